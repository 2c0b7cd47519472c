/// An event that could not be parsed.
package struct BrokenEvent: Hashable, Sendable {
  /// The byte offset in the input.
  package let offset: Int
  /// The 1-based line.
  package let line: Int
  /// The 1-based column, in bytes.
  package let column: Int
  /// The error, as a sentence without a full stop.
  package let message: String
}
