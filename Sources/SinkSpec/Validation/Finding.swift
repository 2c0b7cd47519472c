/// A rule's objection to a value.
package struct Finding: Error, Hashable, Sendable {
  /// The expected and the given value, as a sentence without a full stop.
  package let message: String
  /// Whether to report the finding while the operator is still typing, because further input cannot
  /// fix it.
  package let reportsWhileTyping: Bool
  /// The change that resolves the finding, if the right value is known.
  package let repair: Repair?

  package init(_ message: String, reportsWhileTyping: Bool = true, repair: Repair? = nil) {
    self.message = message
    self.reportsWhileTyping = reportsWhileTyping
    self.repair = repair
  }
}
