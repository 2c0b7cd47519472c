/// An event that could not be read.
package struct BrokenEvent: Hashable, Sendable {
  /// Where in the input, in bytes from its beginning.
  package let offset: Int
  /// Where, 1-based; columns count bytes.
  package let line: Int
  package let column: Int
  /// A sentence without a full stop.
  package let message: String
}
