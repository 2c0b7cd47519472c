import SinkSpec

/// The request as a script that sends it with `cloudflare`, Cloudflare's Python SDK.
struct PythonForm {
  /// The function of the SDK that the script calls.
  enum Call {
    /// The typed `client.pipelines.sinks.create`, as in the API reference.
    ///
    /// In 5.8.0 and 5.9.0, it cannot be imported because of a circular import.
    case create
    /// The generic `client.post`, which every version has.
    case post
  }

  private let export: Export
  private let value: ExportValue
  private let call: Call
  /// The reason `create` cannot send the request; `nil` if it can.
  private let obstacle: String?

  init(_ export: Export, call: Call) {
    self.export = export
    value = export.value
    obstacle = call == .create ? Self.obstacle(export.value) : nil
    self.call = obstacle == nil ? call : .post
  }

  private static func obstacle(_ value: ExportValue) -> String? {
    guard case .object = value else { return "an object" }
    for name in ["name", "type"] where value[name] == nil { return "a \(name)" }
    return nil
  }

  var text: String {
    let environment =
      [Export.tokenVariable] + (export.account == nil ? [Export.accountVariable] : [])
      + value.variables
    var lines = ["# Required environment variables: " + environment.joined(separator: ", ")]
    if let obstacle {
      lines.append("# client.pipelines.sinks.create needs \(obstacle), so this calls client.post.")
    } else if call == .create {
      lines += [
        "# For cloudflare >=5.0,<5.8: client.pipelines cannot be imported in 5.8 and 5.9, for which",
        "# \"sinkwizard preview --as python-post\" writes a script.",
      ]
    }
    lines += comments
    let call = self.call == .create ? createCall : postCall
    if call.contains(where: { $0.contains("json.loads(") }) { lines.append("import json") }
    lines += [
      "import os", "", "from cloudflare import Cloudflare", "", "client = Cloudflare(",
      "    api_token=os.environ[\"\(Export.tokenVariable)\"],",
    ]
    if export.base != .standard { lines.append("    base_url=\(Self.string(export.base.text)),") }
    lines += [
      "    # A retry after a lost response would conflict with the sink just created.",
      "    max_retries=0,",
      ")",
    ]
    return (lines + call).joined(separator: "\n") + "\n"
  }

  private var createCall: [String] {
    guard case .object(let members) = value else { return [] }
    let known = Set(SinkDescription.request.members.map(\.name))
    let unknown = members.filter { !known.contains($0.name) }
    let account =
      export.account.map { Self.string(PercentEncoding.encoded($0)) }
      ?? "os.environ[\"\(Export.accountVariable)\"]"
    var lines = ["sink = client.pipelines.sinks.create(", "    account_id=\(account),"]
    lines += members.filter { known.contains($0.name) }.map {
      "    \($0.name)=\(Self.expression($0.value, depth: 1)),"
    }
    if !unknown.isEmpty {
      lines.append("    extra_body=\(Self.expression(.object(unknown), depth: 1)),")
    }
    return lines + [")", "print(sink.id)"]
  }

  private var postCall: [String] {
    [
      "response = client.post(", "    \(path),", "    body=\(Self.expression(value, depth: 1)),",
      "    cast_to=object,", ")", "print(response[\"result\"][\"id\"])",
    ]
  }

  private var path: String {
    guard let account = export.account else {
      return Self.string(Export.pathStart) + " + os.environ[\"\(Export.accountVariable)\"] + "
        + Self.string(Export.pathEnd)
    }
    return Self.string(Export.pathStart + PercentEncoding.encoded(account) + Export.pathEnd)
  }

  /// Comments about values that Python cannot represent exactly.
  private var comments: [String] {
    let floats = value.numbers { !Self.isInteger($0) }.map {
      "# \($0.pointer): \($0.digits) becomes a float, which may lose digits"
    }
    return (value == .null ? ["# The SDK sends no body for null"] : []) + floats
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
    StringLiteral.quoted(text) { scalar in
      switch scalar.value {
      case ...0xFF: "\\x" + InvisibleCharacters.hex(scalar.value, digits: 2)
      case ...0xFFFF: "\\u" + InvisibleCharacters.hex(scalar.value, digits: 4)
      default: "\\U" + InvisibleCharacters.hex(scalar.value, digits: 8)
      }
    }
  }
}
