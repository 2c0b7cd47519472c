import SinkSpec

/// What a chunk of columns comes to: each column, and the sums.
final class JudgedChunk: Sendable {
  let source: FieldList.Chunk
  let columns: [JudgedColumn]
  let lineCount: Int
  let issueCount: Int
  /// The issues of each severity.
  let counts: [Severity: Int]
  /// The hashes of the columns' names, to find names given twice.
  let nameHashes: [UInt32]
  /// What of the issues is told and what is not.
  let state: StepState

  init(_ source: FieldList.Chunk, _ columns: [JudgedColumn], told: ToldItems) {
    self.source = source
    self.columns = columns
    lineCount = columns.reduce(0) { $0 + $1.lineCount }
    var counts: [Severity: Int] = [:]
    var state = StepState()
    var issueCount = 0
    for column in columns {
      for issue in column.issues {
        counts[issue.severity, default: 0] += 1
        issueCount += 1
        state.count(issue, isSpoken: column.isSpoken(issue, told))
      }
    }
    self.counts = counts
    self.state = state
    self.issueCount = issueCount
    nameHashes = columns.compactMap(\.heading.nameHash)
  }
}

extension JudgedColumn {
  /// Whether one of the column's issues is told already.
  fileprivate func isSpoken(_ issue: Issue, _ told: ToldItems) -> Bool {
    told.isSpoken(issue, at: field.item(for: issue.pointer.tokens[...]))
  }
}
