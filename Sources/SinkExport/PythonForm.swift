import SinkSpec

/// The request as a script that sends it with `cloudflare`, Cloudflare's Python SDK.
///
/// The script calls the client's generic `post`, because importing `client.pipelines` fails with a
/// circular import in 5.8.0 and 5.9.0. This also sends members that the SDK's types do not have.
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
    var lines = ["# Required environment variables: " + environment.joined(separator: ", ")]
    lines += comments
    let body = Self.expression(value, depth: 1)
    if body.contains("json.loads(") { lines.append("import json") }
    lines += [
      "import os", "", "from cloudflare import Cloudflare", "", "client = Cloudflare(",
      "    api_token=os.environ[\"\(Export.tokenVariable)\"],",
    ]
    if export.base != .standard { lines.append("    base_url=\(Self.string(export.base.text)),") }
    lines += [
      "    # A retry after a lost response would conflict with the sink just created.",
      "    max_retries=0,",
      ")",
      "# client.pipelines.sinks.create cannot be imported in cloudflare 5.8 and 5.9.",
      "response = client.post(",
      "    \(path),",
      "    body=\(body),",
      "    cast_to=object,",
      ")",
      "print(response[\"result\"][\"id\"])",
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

  /// Comments about values that Python cannot represent exactly.
  private var comments: [String] {
    var comments: [String] = []
    if case .null = value { comments.append("# The SDK sends no body for null") }
    func visit(_ element: ExportValue.Element) {
      switch element.value {
      case .number(let digits) where !Self.isInteger(digits):
        comments.append(
          "# \(element.escapedPointer): \(digits) becomes a float, which may lose digits")
      case .array(let children), .object(let children): children.forEach(visit)
      default: break
      }
    }
    visit(ExportValue.Element(name: "", pointer: "", value: value))
    return comments
  }

  private static func isInteger(_ digits: String) -> Bool {
    digits != "-0" && digits.utf8.allSatisfy { !"eE.".utf8.contains($0) }
  }

  /// The maximum nesting depth of expressions; deeper values are embedded as JSON, because Python
  /// limits brackets to 200 levels.
  private static let maximumDepth = 40

  /// Returns a value as a Python expression; nested lines are indented by `depth` levels.
  private static func expression(_ value: ExportValue, depth: Int) -> String {
    if depth == maximumDepth, value.variables.isEmpty { return "json.loads(\(string(value.line)))" }
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

  /// Returns text as a Python string literal.
  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where !InvisibleCharacters.contains(scalar): result.unicodeScalars.append(scalar)
      case _ where scalar.value <= 0xFF:
        result += "\\x" + InvisibleCharacters.hex(scalar.value, digits: 2)
      case _ where scalar.value <= 0xFFFF:
        result += "\\u" + InvisibleCharacters.hex(scalar.value, digits: 4)
      default: result += "\\U" + InvisibleCharacters.hex(scalar.value, digits: 8)
      }
    }
    return result + "\""
  }
}
