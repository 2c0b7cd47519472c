import SinkSpec

/// The request as a call of the vendor's SDK for Python, `cloudflare` 5.9.0.
///
/// The SDK passes on what its types do not know, inside the members that it knows; members beside
/// those go through its `extra_body`. So what is sent is the request, whatever is in it.
struct PythonForm {
  private let export: Export
  private let value: ExportValue

  init(_ export: Export) {
    self.export = export
    value = export.value
  }

  /// The members that the call has parameters for, and whether it must be given them.
  private static let parameters = [
    ("name", true), ("type", true), ("config", false), ("format", false), ("schema", false),
  ]

  var text: String {
    let call = isObject ? createCall : postCall
    let environment =
      [Export.tokenVariable] + (export.account == nil ? [Export.accountVariable] : [])
      + value.variables
    var lines = ["# Needs in the environment: " + environment.joined(separator: ", ")]
    lines += remarks
    lines += ["import os", "", "from cloudflare import Cloudflare" + (usesOmit ? ", omit" : "")]
    lines += ["", "client = Cloudflare("]
    lines.append("    api_token=os.environ[\"\(Export.tokenVariable)\"],")
    if export.base != .standard { lines.append("    base_url=\(Self.string(export.base.text)),") }
    lines += [
      "    # Sent again after a lost answer, the request would meet the sink that it made.",
      "    max_retries=0,",
      ")",
    ]
    return (lines + call).joined(separator: "\n") + "\n"
  }

  private var isObject: Bool { if case .object = value { true } else { false } }

  private var usesOmit: Bool {
    isObject && Self.parameters.contains { $1 && value[$0] == nil }
  }

  private var accountText: String {
    export.account.map(Self.string) ?? "os.environ[\"\(Export.accountVariable)\"]"
  }

  private var createCall: [String] {
    var lines = ["sink = client.pipelines.sinks.create("]
    lines.append("    account_id=\(accountText),")
    for (name, isNeeded) in Self.parameters {
      if let member = value[name] {
        lines.append("    \(name)=\(Self.expression(member, depth: 1)),")
      } else if isNeeded {
        lines.append("    \(name)=omit,")
      }
    }
    if case .object(let members) = value {
      let others = members.filter { member in
        !Self.parameters.contains { $0.0 == member.name }
      }
      if !others.isEmpty {
        lines.append("    extra_body=\(Self.expression(.object(others), depth: 1)),")
      }
    }
    return lines + [")", "print(sink.id)"]
  }

  /// What is no object has no members to give; the SDK posts it as it is.
  private var postCall: [String] {
    let account =
      export.account.map { Self.string(Export.pathStart + Export.encodedForPath($0)) }
      ?? "\"\(Export.pathStart)\" + \(accountText)"
    return [
      "answer = client.post(",
      "    \(account) + \"\(Export.pathEnd)\",",
      "    body=\(Self.expression(value, depth: 1)),",
      "    cast_to=object,",
      ")",
      "print(answer)",
    ]
  }

  /// What Python or the SDK's types do not have.
  private var remarks: [String] {
    var remarks: [String] = []
    if value["schema"]?["format"] != nil {
      remarks.append(
        "# /schema/format: the SDK's types have it no more since 5.9.0; it is sent all the same")
    }
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

  /// A value as an expression; what is inside it is indented further.
  private static func expression(_ value: ExportValue, depth: Int) -> String {
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
