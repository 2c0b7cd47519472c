import SinkSpec

/// The issues that columns have as a list, such as names given twice.
struct ListIssues: Sendable {
  let all: [Issue]
  private let byColumn: [Int: [Issue]]
  /// What of the issues is told and what is not.
  private(set) var state = StepState()

  init() {
    all = []
    byColumn = [:]
  }

  init(_ issues: [Issue], of list: FieldList, _ told: ToldItems) {
    all = issues
    byColumn = Dictionary(grouping: issues) { $0.pointer.column?.position ?? -1 }
    retell(of: list, told)
  }

  func issues(ofColumn position: Int) -> [Issue] { byColumn[position] ?? [] }

  /// Counts anew what is told.
  mutating func retell(of list: FieldList, _ told: ToldItems) {
    state = StepState()
    for issue in all {
      let position = issue.pointer.column?.position
      let column = position.flatMap { list.indices.contains($0) ? list[$0] : nil }
      let item = column?.item(for: issue.pointer.tokens.dropFirst(3))
      state.count(issue, isSpoken: told.isSpoken(issue, at: item ?? .columns))
    }
  }
}
