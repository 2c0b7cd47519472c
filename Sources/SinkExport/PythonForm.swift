import SinkSpec

/// The request as a program that sends it with the vendor's SDK for Python, `cloudflare`.
///
/// It posts with the client itself: in 5.8.0 and 5.9.0, the newest as this was written,
/// `client.pipelines` ends with an ImportError, since its types import one another in a circle. What
/// is sent is the request, whatever is in it, also where the SDK's types do not have it.
struct PythonForm {
  private let export: Export
  private let value: ExportValue

  init(_ export: Export) {
    self.export = export
    value = export.value
  }

  var text: String {
    let environment =
      [Export.tokenVariable] + (export.account == nil ? [Export.accountVariable] : [])
      + value.variables
    var lines = ["# Needs in the environment: " + environment.joined(separator: ", ")]
    lines += remarks
    let body = Self.expression(value, depth: 1)
    if body.contains("json.loads(") { lines.append("import json") }
    lines += [
      "import os", "", "from cloudflare import Cloudflare", "", "client = Cloudflare(",
      "    api_token=os.environ[\"\(Export.tokenVariable)\"],",
    ]
    if export.base != .standard { lines.append("    base_url=\(Self.string(export.base.text)),") }
    lines += [
      "    # Sent again after a lost answer, the request would meet the sink that it made.",
      "    max_retries=0,",
      ")",
      "# As client.pipelines.sinks.create would, which cannot be imported in cloudflare 5.8 and 5.9.",
      "answer = client.post(",
      "    \(path),",
      "    body=\(body),",
      "    cast_to=object,",
      ")",
      "print(answer[\"result\"][\"id\"])",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private var path: String {
    guard let account = export.account else {
      return Self.string(Export.pathStart) + " + os.environ[\"\(Export.accountVariable)\"] + "
        + Self.string(Export.pathEnd)
    }
    return Self.string(Export.pathStart + Export.encodedForPath(account) + Export.pathEnd)
  }

  /// What Python does not have.
  private var remarks: [String] {
    var remarks: [String] = []
    if case .null = value { remarks.append("# The SDK sends nothing at all for null") }
    func visit(_ element: ExportValue.Element) {
      switch element.value {
      case .number(let digits) where !Self.isInteger(digits):
        remarks.append("# \(element.place): \(digits) becomes a float, which may lose digits")
      case .array(let children), .object(let children): children.forEach(visit)
      default: break
      }
    }
    visit(ExportValue.Element(name: "", pointer: "", value: value))
    return remarks
  }

  private static func isInteger(_ digits: String) -> Bool {
    digits != "-0" && digits.utf8.allSatisfy { !"eE.".utf8.contains($0) }
  }

  /// How deep expressions stand in one another; below that is JSON, since Python reads 200 brackets
  /// inside one another at most.
  private static let deepest = 40

  /// A value as an expression; what is inside it is indented further.
  private static func expression(_ value: ExportValue, depth: Int) -> String {
    if depth == deepest, value.variables.isEmpty { return "json.loads(\(string(value.line)))" }
    let indentation = String(repeating: "    ", count: depth)
    switch value {
    case .null: return "None"
    case .bool(let bool): return bool ? "True" : "False"
    case .number(let digits): return digits == "-0" ? "-0.0" : digits
    case .string(let text): return string(text)
    case .environment(let name): return "os.environ[\"\(name)\"]"
    case .array([]): return "[]"
    case .object([]): return "{}"
    case .array(let elements):
      let lines = elements.map {
        indentation + "    " + expression($0.value, depth: depth + 1) + ",\n"
      }
      return "[\n" + lines.joined() + indentation + "]"
    case .object(let elements):
      let lines = elements.map {
        indentation + "    " + string($0.name) + ": " + expression($0.value, depth: depth + 1)
          + ",\n"
      }
      return "{\n" + lines.joined() + indentation + "}"
    }
  }

  /// A text as a string literal.
  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where !Unseen.contains(scalar): result.unicodeScalars.append(scalar)
      case _ where scalar.value <= 0xFF: result += "\\x" + Unseen.hex(scalar.value, digits: 2)
      case _ where scalar.value <= 0xFFFF: result += "\\u" + Unseen.hex(scalar.value, digits: 4)
      default: result += "\\U" + Unseen.hex(scalar.value, digits: 8)
      }
    }
    return result + "\""
  }
}
