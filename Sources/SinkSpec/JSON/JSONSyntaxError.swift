/// Why a text is not JSON, and where: thrown by ``JSONDocument``, worded for the operator.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// The byte at which reading stopped.
  package let offset: Int
  package let position: SourcePosition
  /// What was expected there and what was found.
  package let message: String

  package init(offset: Int, position: SourcePosition, message: String) {
    self.offset = offset
    self.position = position
    self.message = message
  }
}
