import SinkSpec
import Testing

/// One row of a table: a value put into a payload without a fault, and what is then said.
struct Row: CustomTestStringConvertible {
  let kind: Payload.SinkKind
  let pointer: Pointer
  /// The value's JSON text.
  let literal: String
  let expected: [String]

  /// A row of a JSON value; an expectation of two words is about the pointer itself.
  init(
    _ kind: Payload.SinkKind, _ pointer: Pointer, _ literal: String, _ expected: [String] = []
  ) {
    self.kind = kind
    self.pointer = pointer
    self.literal = literal
    self.expected = expected.map {
      let words = $0.split(separator: " ")
      return words.count == 2 ? "\(words[0]) \(pointer) \(words[1])" : $0
    }
  }

  /// A row of a JSON value in an r2 payload.
  init(_ pointer: Pointer, _ literal: String, _ expected: [String] = []) {
    self.init(.r2, pointer, literal, expected)
  }

  /// A row of a text value.
  static func text(
    _ kind: Payload.SinkKind, _ pointer: Pointer, _ value: String, _ expected: [String] = []
  ) -> Row {
    Row(kind, pointer, JSONText.string(value), expected)
  }

  /// A row of a text value in an r2 payload.
  static func text(_ pointer: Pointer, _ value: String, _ expected: [String] = []) -> Row {
    Row(.r2, pointer, JSONText.string(value), expected)
  }

  var testDescription: String { "\(kind) \(pointer) \(literal.prefix(60))" }

  /// What the judge says of the payload with the value in it.
  func issues() throws -> [String] {
    try Payload.of(kind).setting(pointer, literal).issues()
  }
}
