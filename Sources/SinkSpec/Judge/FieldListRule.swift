/// A rule about schema fields that stand beside one another.
struct FieldListRule: Sendable {
  /// What such a rule may look at of one field.
  struct Heading: Sendable {
    let name: String?
    let type: String?
    /// Whether it has no name at all; a name of a wrong type is one.
    let isNameless: Bool
    /// Whether the source's metadata fill it.
    let isMetadata: Bool
  }

  let name: String
  let ruleClass: RuleClass
  let severity: Severity
  let summary: String
  /// Tests the fields of one level; gives the position of each field that is wrong.
  let check: @Sendable ([Heading], RequestFacts) -> [(Int, Finding)]

  init(
    _ name: String, _ ruleClass: RuleClass, severity: Severity? = nil, _ summary: String,
    check: @escaping @Sendable ([Heading], RequestFacts) -> [(Int, Finding)]
  ) {
    self.name = name
    self.ruleClass = ruleClass
    self.severity = severity ?? ruleClass.severity
    self.summary = summary
    self.check = check
  }
}
