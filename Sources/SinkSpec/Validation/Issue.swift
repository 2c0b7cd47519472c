/// Something wrong or doubtful in a request, at the place that its pointer names.
package struct Issue: Hashable, Sendable {
  package let severity: Severity
  package let pointer: Pointer
  /// The stable name of the rule that was broken.
  package let rule: String
  /// What is wanted and what was given.
  package let message: String
  /// Whether nothing typed after the value's end could make it right.
  package let reportsWhileTyping: Bool
  /// The byte offset in the validated document: of the value, of an unknown member's name, or of the
  /// object that lacks a member.
  package let offset: Int

  package init(
    severity: Severity, pointer: Pointer, rule: String, message: String,
    reportsWhileTyping: Bool = true,
    offset: Int = 0
  ) {
    self.severity = severity
    self.pointer = pointer
    self.rule = rule
    self.message = message
    self.reportsWhileTyping = reportsWhileTyping
    self.offset = offset
  }

  /// Whether a required member is missing, which is something to do before it is an error.
  package var isMissing: Bool { rule == Issue.requiredRule }

  package static let requiredRule = "required"

  /// What a text that is not JSON is told as.
  package init(_ error: JSONSyntaxError) {
    self.init(
      severity: .error, pointer: .root, rule: "json-syntax", message: error.message,
      offset: error.offset)
  }
}
