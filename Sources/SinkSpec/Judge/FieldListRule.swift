/// A rule about schema fields that stand beside one another.
struct FieldListRule: Sendable {
  let name: String
  let ruleClass: RuleClass
  let severity: Severity
  let summary: String
  /// Tests the fields of one level; gives the position of each field that is wrong.
  let check: @Sendable ([FieldHeading], RequestFacts) -> [(Int, Finding)]

  init(
    _ name: String, _ ruleClass: RuleClass, severity: Severity? = nil, _ summary: String,
    check: @escaping @Sendable ([FieldHeading], RequestFacts) -> [(Int, Finding)]
  ) {
    self.name = name
    self.ruleClass = ruleClass
    self.severity = severity ?? ruleClass.severity
    self.summary = summary
    self.check = check
  }
}
