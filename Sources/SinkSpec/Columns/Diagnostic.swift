/// Something to know about a proposed column: what has no counterpart, or what else it could be.
package struct Diagnostic: Hashable, Sendable {
  package let severity: Severity
  /// A sentence without a full stop, as issues have.
  package let text: String

  package init(_ severity: Severity, _ text: String) {
    self.severity = severity
    self.text = text
  }
}
