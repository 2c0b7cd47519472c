/// A message about a proposed column, such as a type without a counterpart.
package struct Diagnostic: Hashable, Sendable {
  package let severity: Severity
  /// A sentence without a full stop.
  package let text: String

  package init(_ severity: Severity, _ text: String) {
    self.severity = severity
    self.text = text
  }
}
