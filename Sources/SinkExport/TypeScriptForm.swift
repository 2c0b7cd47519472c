import SinkSpec

/// The request as a program that sends it with `cloudflare`, Cloudflare's TypeScript SDK.
struct TypeScriptForm {
  private let export: Export
  private let value: ExportValue

  init(_ export: Export) {
    self.export = export
    value = export.value
  }

  var text: String {
    guard case .object(let members) = value else {
      return "// The payload is not an object, so the SDK cannot send it.\n"
    }
    let environment =
      [Export.tokenVariable] + (export.account == nil ? [Export.accountVariable] : [])
      + value.variables
    var lines = ["// Required environment variables: " + environment.joined(separator: ", ")]
    lines += [
      "// For the npm package cloudflare 7.1, as an ES module: npx tsx create-sink.mts"
    ]
    lines += value.numbers { !ExportValue.isExactDouble($0) }.map {
      "// \($0.pointer): \($0.digits) becomes a double, which may lose digits"
    }
    // The SDK takes the account from this member.
    let sent = members.filter { $0.name != Self.accountMember }
    lines += members.filter { $0.name == Self.accountMember }.map {
      "// omitted \($0.escapedPointer) (the SDK puts it in the URL): \($0.value.line)"
    }
    lines += Self.head
    lines += ["  apiToken: required(\"\(Export.tokenVariable)\"),"]
    if export.base != .standard { lines.append("  baseURL: \(Self.string(export.base.text)),") }
    lines += [
      "  // A retry after a lost response would conflict with the sink just created.",
      "  maxRetries: 0,", "});", "",
    ]
    let account =
      export.account.map(Self.string) ?? "required(\"\(Export.accountVariable)\")"
    let isTyped = Self.isTyped(value)
    if !isTyped { lines.append("// \"as any\": the SDK has no types for some of these members.") }
    lines += ["const sink = await client.pipelines.sinks.create({"]
    lines += ["  \(Self.accountMember): \(account),"]
    lines += sent.map { "  \(Self.key($0.name)): \(Self.expression($0.value, depth: 1))," }
    lines += [isTyped ? "});" : "} as any);", "console.log(sink.id);"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let accountMember = "account_id"

  private static let head = [
    "import Cloudflare from \"cloudflare\";", "", "function required(name: string): string {",
    "  const value = process.env[name];",
    "  if (!value) throw new Error(`${name} is not set`);", "  return value;", "}", "",
    "const client = new Cloudflare({",
  ]

  /// Whether the SDK's types, which follow the API reference, cover everything in the request.
  private static func isTyped(_ value: ExportValue) -> Bool {
    value["type"] != nil && isKnown(value, as: SinkDescription.request)
  }

  private static func isKnown(_ value: ExportValue, as parameter: Parameter) -> Bool {
    switch (parameter.kind, value) {
    case (.object(let known), .object(let members)):
      members.allSatisfy { member in
        guard let parameter = known.first(where: { $0.name == member.name }) else { return false }
        let type: String? = if case .string(let text)? = value["type"] { text } else { nil }
        return parameter.addition(ownType: type) == nil && isKnown(member.value, as: parameter)
      }
    case (.choice(let choices), .string(let text)):
      choices.contains { $0.value == text && $0.newer == nil }
    case (.fieldList, .array(let columns)):
      columns.allSatisfy { column in
        guard case .object(let members) = column.value else { return false }
        return members.allSatisfy { member in
          SchemaFieldDescription.members.contains { $0.name == member.name && $0.isScalar }
        }
      }
    case (.object, _), (.fieldList, _), (_, .object), (_, .array), (_, .null): false
    default: true
    }
  }

  /// Returns a value as an expression; nested lines are indented by `depth` levels.
  private static func expression(_ value: ExportValue, depth: Int) -> String {
    let indentation = String(repeating: "  ", count: depth)
    switch value {
    case .null: return "null"
    case .bool(let bool): return bool ? "true" : "false"
    case .number(let digits): return digits
    case .string(let text): return string(text)
    case .environment(let name): return "required(\"\(name)\")"
    case .array([]): return "[]"
    case .object([]): return "{}"
    case .array(let elements):
      let lines = elements.map {
        indentation + "  " + expression($0.value, depth: depth + 1) + ",\n"
      }
      return "[\n" + lines.joined() + indentation + "]"
    case .object(let elements):
      let lines = elements.map {
        indentation + "  " + key($0.name) + ": " + expression($0.value, depth: depth + 1) + ",\n"
      }
      return "{\n" + lines.joined() + indentation + "}"
    }
  }

  /// Returns the name of a property; `__proto__` must be computed, or it would set the prototype.
  private static func key(_ name: String) -> String {
    if name == "__proto__" { return "[\"__proto__\"]" }
    let isPlain =
      name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_")
      } && !name.isEmpty
    return isPlain ? name : string(name)
  }

  /// Returns text as a string literal.
  private static func string(_ text: String) -> String {
    StringLiteral.quoted(text) { "\\u{" + String($0.value, radix: 16) + "}" }
  }
}
