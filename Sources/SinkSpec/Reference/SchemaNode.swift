/// A JSON value of a schema with ordered members.
indirect enum SchemaNode {
  /// A scalar as JSON text.
  case literal(String)
  case array([SchemaNode])
  case object([(name: String, value: SchemaNode)])

  static func string(_ text: String) -> SchemaNode { .literal(JSONText.string(text)) }

  /// Returns an array of strings.
  static func strings(_ texts: [String]) -> SchemaNode { .array(texts.map { .string($0) }) }

  /// Returns the value as JSON text, indented by two spaces per level, scalar arrays on one line.
  func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .literal(let text): return text
    case .object(let members):
      let lines = members.map {
        inner + JSONText.string($0.name) + ": " + $0.value.text(indent: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    case .array(let elements):
      let texts = elements.map { $0.text(indent: inner) }
      if elements.allSatisfy(\.isScalar) { return "[" + texts.joined(separator: ", ") + "]" }
      return "[\n" + texts.map { inner + $0 }.joined(separator: ",\n") + "\n" + indent + "]"
    }
  }

  private var isScalar: Bool { if case .literal = self { true } else { false } }
}
