import SinkSpec

/// The issues that fields have as a list, such as names given twice.
struct ListIssues: Sendable {
  /// With pointers that go on from the list's own.
  private(set) var all: [Issue] = []
  /// With pointers that go on from the field's.
  private var byPosition: [Int: [Issue]] = [:]
  private(set) var totals = IssueTotals()

  init() {}

  init(_ issues: [Issue], of list: FieldList, _ told: ToldItems) {
    all = issues
    for issue in issues {
      guard let position = issue.position else { continue }
      byPosition[position, default: []].append(
        issue.at(issue.pointer.after(Pointer.root.appending(position))))
    }
    retell(of: list, told)
  }

  func issues(at position: Int) -> [Issue] { byPosition[position] ?? [] }

  /// Counts anew what is told.
  mutating func retell(of list: FieldList, _ told: ToldItems) {
    totals = IssueTotals()
    for issue in all {
      let field = issue.position.flatMap { list.indices.contains($0) ? list[$0] : nil }
      let item = field?.item(for: issue.pointer.tokens.dropFirst())
      totals.count(issue, isSpoken: told.isSpoken(issue, at: item ?? .columns))
    }
  }
}

extension Issue {
  /// The position in a list that a pointer begins with which goes on from the list's.
  fileprivate var position: Int? { pointer.tokens.first.flatMap { Int($0) } }
}
