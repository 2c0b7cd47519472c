/// An error, warning or note about a value of a request.
package struct Issue: Hashable, Sendable {
  package let severity: Severity
  package let pointer: Pointer
  /// The stable name of the violated rule.
  package let rule: String
  /// The expected and the given value.
  package let message: String
  /// Whether to report the issue while the operator is still typing, because further input cannot
  /// fix it.
  package let reportsWhileTyping: Bool
  /// The byte offset in the validated document of the value, of the name of an unknown member, or
  /// of the object that lacks a required member.
  package let offset: Int
  /// The change that resolves the issue, if the right value is known.
  package let repair: Repair?

  package init(
    severity: Severity, pointer: Pointer, rule: String, message: String,
    reportsWhileTyping: Bool = true,
    offset: Int = 0, repair: Repair? = nil
  ) {
    self.severity = severity
    self.pointer = pointer
    self.rule = rule
    self.message = message
    self.reportsWhileTyping = reportsWhileTyping
    self.offset = offset
    self.repair = repair
  }

  /// Whether a required member is missing, which forms show as incomplete rather than as an error.
  package var isMissing: Bool { rule == Issue.requiredRule }

  package static let requiredRule = "required"

  /// Creates the issue for a document that is not JSON.
  package init(_ error: JSONSyntaxError) {
    self.init(
      severity: .error, pointer: .root, rule: "json-syntax", message: error.message,
      offset: error.offset)
  }
}

/// The severity of an issue: errors violate the API reference, warnings and notes are advice.
package enum Severity: String, Comparable, CaseIterable, Sendable {
  case note, warning, error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
