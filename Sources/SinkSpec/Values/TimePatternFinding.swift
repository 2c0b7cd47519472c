/// A problem in a time pattern, with a suggestion.
package struct TimePatternFinding: Hashable, Sendable {
  /// The stable name of the rule.
  package let rule: String
  /// The problem and the suggestion, as a sentence without a full stop.
  package let message: String
  /// Whether to report the finding while the operator is still typing, because further input cannot
  /// fix it.
  package let reportsWhileTyping: Bool

  /// The rule against unknown specifiers.
  package static let specifierRule = "time-pattern-specifier"

  /// The rule against specifiers that need a time zone.
  package static let zoneRule = "time-pattern-zone"

  /// The rule against specifiers that add spaces to the key.
  package static let spaceRule = "time-pattern-space"

  /// The rule against specifiers that do not fit the label before them.
  package static let labelRule = "time-pattern-label"

  /// The rule against names of months and days.
  package static let lettersRule = "time-pattern-letters"

  /// Creates a finding of a rule.
  package init(rule: String, message: String, reportsWhileTyping: Bool = true) {
    self.rule = rule
    self.message = message
    self.reportsWhileTyping = reportsWhileTyping
  }
}
