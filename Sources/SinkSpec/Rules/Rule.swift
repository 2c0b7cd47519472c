/// One rule of a parameter: what it wants, where that comes from, and how a value is tested.
package struct Rule: Sendable {
  /// The rule's stable name, as scripts see it.
  package let name: String
  package let source: RuleSource
  package let severity: Severity
  /// What the rule wants, for the printed reference.
  package let summary: String
  /// How many code points a text may have, when that is all the rule wants.
  package let length: ClosedRange<Int>?
  /// Tests a value that has its parameter's type; nil when it is right.
  package let check: @Sendable (RuleInput) -> Finding?

  package init(
    _ name: String, _ source: RuleSource, severity: Severity? = nil, _ summary: String,
    length: ClosedRange<Int>? = nil,
    check: @escaping @Sendable (RuleInput) -> Finding?
  ) {
    self.name = name
    self.source = source
    self.severity = severity ?? source.severity
    self.summary = summary
    self.length = length
    self.check = check
  }
}

/// What a rule may look at: the value, and the rest of the request.
package struct RuleInput: Sendable {
  /// The string, or the digits of the number.
  package let text: String
  /// The number, when the parameter is one.
  package let number: UInt64?
  /// The members of an object as `name=literal`; empty for other values.
  package let members: Set<String>
  package let facts: RequestContext
}
