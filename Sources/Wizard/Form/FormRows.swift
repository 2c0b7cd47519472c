import SinkSpec

/// The rows of a step from top to bottom, of which those that may be many are made when they are
/// asked for.
package struct FormRows: Sendable, RandomAccessCollection {
  /// Rows that may be many.
  enum LazyRows: Sendable {
    case none
    case columns(ColumnRows)
    /// Those of the columns that a search leaves.
    case matches(FilteredColumns)
    /// The issues in the list of the review.
    case issues(Int)

    var count: Int {
      switch self {
      case .none: 0
      case .columns(let outline): outline.count
      case .matches(let matches): matches.count
      case .issues(let count): count
      }
    }
  }

  private let before: [FormRow]
  private let many: LazyRows
  private let after: [FormRow]

  init(_ before: [FormRow] = [], _ many: LazyRows = .none, _ after: [FormRow] = []) {
    self.before = before
    self.many = many
    self.after = after
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { before.count + many.count + after.count }

  package subscript(place: Int) -> FormRow {
    if place < before.count { return before[place] }
    let rest = place - before.count
    guard rest < many.count else { return after[rest - many.count] }
    switch many {
    case .columns(let outline): return outline[rest]
    case .matches(let matches): return matches[rest]
    case .issues, .none: return .item(.issue(rest))
    }
  }

  // MARK: Finding

  /// How many columns a search has found that are still there; 0 without one.
  package var foundCount: Int {
    if case .matches(let matches) = many { matches.found } else { 0 }
  }

  /// The row of a schema field; nil when it does not show.
  ///
  /// The `path`: where the field stands in the draft.
  package func row(of path: FieldPath) -> Int? {
    switch many {
    case .columns(let outline): outline.place(of: path).map { before.count + $0 }
    case .matches(let matches): matches.place(of: path).map { before.count + $0 }
    case .issues, .none: nil
    }
  }

  /// The row that an item is on; nil when it does not show.
  ///
  /// The `path`: for what belongs to a schema field, where that stands.
  package func row(of item: FormItem, at path: FieldPath?) -> Int? {
    if item.fieldID != nil {
      guard let first = path.flatMap({ row(of: $0) }) else { return nil }
      return rowBelow(first, of: item)
    }
    if case .issue(let index) = item { return index < many.count ? before.count + index : nil }
    if let place = before.firstIndex(where: { $0.holds(item) }) { return place }
    return after.firstIndex { $0.holds(item) }.map { before.count + many.count + $0 }
  }

  /// The details of a field follow on its own row.
  private func rowBelow(_ first: Int, of item: FormItem) -> Int? {
    var place = first
    while place < endIndex {
      let row = self[place]
      if row.holds(item) { return place }
      guard place == first || row.isDetail(ofField: item.fieldID) else { return nil }
      place += 1
    }
    return nil
  }

  /// The first and the last that can have the focus.
  package var firstItem: FormItem? { lazy.compactMap(\.items.first).first }
  package var lastItem: FormItem? { last { !$0.items.isEmpty }?.items.last }

  /// The places of the rows that may be many.
  var manyRows: Range<Int> { before.count..<before.count + many.count }

  /// The rows below those that may be many.
  var lastRows: [FormRow] { after.isEmpty ? before : after }

  /// The heading above a row, or on it; no row of those that may be many is one.
  func heading(above row: Int) -> FormHeading? {
    var place = row
    while place >= 0 {
      if manyRows.contains(place) {
        place = manyRows.lowerBound - 1
      } else if case .heading(let heading) = self[place] {
        return heading
      } else {
        place -= 1
      }
    }
    return nil
  }

  /// The last parameter that is asked for, below everything that may be many.
  var lastParameter: FormItem? {
    (before + after).flatMap(\.items).last { if case .parameter = $0 { true } else { false } }
  }
}

extension FormRow {
  fileprivate func isDetail(ofField id: Int?) -> Bool {
    if case .item(let item) = self { item.fieldID == id } else { false }
  }
}
