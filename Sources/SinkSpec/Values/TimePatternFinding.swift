/// A problem in a time pattern, with a suggestion.
package struct TimePatternFinding: Hashable, Sendable {
  /// The stable name of the rule.
  package let rule: String
  /// The problem and the suggestion, as a sentence without a full stop.
  package let message: String
  /// Whether to report the finding while the operator types: further input cannot fix it.
  package let reportsWhileTyping: Bool

  /// The rule against unknown specifiers.
  package static let specifierRule = "time-pattern-specifier"

  /// The rule against specifiers that need a time zone.
  package static let zoneRule = "time-pattern-zone"

  /// The rule against specifiers that add spaces to the key.
  package static let spaceRule = "time-pattern-space"

  /// Creates a finding of a rule.
  package init(rule: String, message: String, reportsWhileTyping: Bool = true) {
    self.rule = rule
    self.message = message
    self.reportsWhileTyping = reportsWhileTyping
  }
}
