import SinkSpec
import Testing

/// A row of a test table: a value for a valid payload, and the expected issues.
struct Row: CustomTestStringConvertible {
  let kind: Payload.SinkKind
  let pointer: Pointer
  /// The value as JSON text.
  let literal: String
  let expected: [String]

  /// Creates a row for a JSON value; an expectation of two words is about the pointer itself.
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

  /// Returns a row for a JSON value in an r2 payload.
  init(_ pointer: Pointer, _ literal: String, _ expected: [String] = []) {
    self.init(.r2, pointer, literal, expected)
  }

  /// Returns a row for a string.
  static func text(
    _ kind: Payload.SinkKind, _ pointer: Pointer, _ value: String, _ expected: [String] = []
  ) -> Row {
    Row(kind, pointer, JSONText.string(value), expected)
  }

  /// Returns a row for a string in an r2 payload.
  static func text(_ pointer: Pointer, _ value: String, _ expected: [String] = []) -> Row {
    Row(.r2, pointer, JSONText.string(value), expected)
  }

  var testDescription: String { "\(kind) \(pointer) \(literal.prefix(60))" }

  /// Returns the issues of the payload with the value.
  func issues() throws -> [String] {
    try Payload.of(kind).setting(pointer, literal).issues()
  }
}
