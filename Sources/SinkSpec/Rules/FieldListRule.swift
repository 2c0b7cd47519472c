/// A rule about schema fields that stand beside one another.
struct FieldListRule: Sendable {
  let name: String
  let source: RuleSource
  let severity: Severity
  let summary: String
  /// Tests the fields of one level; gives the position of each field that is wrong.
  let check: @Sendable ([ColumnSummary], RequestContext) -> [(Int, Finding)]

  init(
    _ name: String, _ source: RuleSource, severity: Severity? = nil, _ summary: String,
    check: @escaping @Sendable ([ColumnSummary], RequestContext) -> [(Int, Finding)]
  ) {
    self.name = name
    self.source = source
    self.severity = severity ?? source.severity
    self.summary = summary
    self.check = check
  }
}
