/// A rule about the schema fields of one level.
struct FieldListRule: Sendable {
  let name: String
  let source: RuleSource
  let severity: Severity
  let summary: String
  /// Checks the fields of one level and returns the index and finding of each invalid field.
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
