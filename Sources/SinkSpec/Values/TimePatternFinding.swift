/// What is doubtful about a time pattern, and what to write instead.
package struct TimePatternFinding: Hashable, Sendable {
  /// The stable name of the rule.
  package let rule: String
  /// What is wrong and what helps, as a sentence without a full stop.
  package let message: String
  /// Whether nothing typed after the pattern's end could make it right.
  package let reportsWhileTyping: Bool

  /// The rule for what is not a time specifier.
  package static let specifierRule = "time-pattern-specifier"

  /// The rule for specifiers that need a time zone.
  package static let zoneRule = "time-pattern-zone"

  /// The rule for specifiers that put spaces into the key.
  package static let spaceRule = "time-pattern-space"

  /// A finding by a rule.
  package init(rule: String, message: String, reportsWhileTyping: Bool = true) {
    self.rule = rule
    self.message = message
    self.reportsWhileTyping = reportsWhileTyping
  }
}
