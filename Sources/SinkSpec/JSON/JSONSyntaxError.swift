/// A JSON syntax error with a message for the operator, thrown by ``JSONDocument``.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// The byte offset of the error.
  package let offset: Int
  package let position: SourcePosition
  /// The expected and the found text.
  package let message: String

  package init(offset: Int, position: SourcePosition, message: String) {
    self.offset = offset
    self.position = position
    self.message = message
  }
}
