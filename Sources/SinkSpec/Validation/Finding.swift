/// What a rule found wrong with one value.
package struct Finding: Hashable, Sendable {
  /// What is wanted and what was given, as a sentence without a full stop.
  package let message: String
  /// Whether nothing typed after the value's end could make it right.
  package let reportsWhileTyping: Bool

  package init(_ message: String, reportsWhileTyping: Bool = true) {
    self.message = message
    self.reportsWhileTyping = reportsWhileTyping
  }
}
