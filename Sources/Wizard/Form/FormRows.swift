package import SinkDraft
import SinkSpec

/// The rows of a step from top to bottom; column and issue rows are created lazily.
package struct FormRows: Sendable, RandomAccessCollection {
  /// Rows that are created lazily.
  enum LazyRows: Sendable {
    case none
    case columns(ColumnRows)
    /// The columns that match a search.
    case matches(FilteredColumns)
    /// The issues of the review.
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

  package subscript(index: Int) -> FormRow {
    if index < before.count { return before[index] }
    let rest = index - before.count
    guard rest < many.count else { return after[rest - many.count] }
    switch many {
    case .columns(let outline): return outline[rest]
    case .matches(let matches): return matches[rest]
    case .issues, .none: return .item(.issue(rest))
    }
  }

  // MARK: Lookup

  /// The number of search matches that still exist; 0 without a search.
  package var foundCount: Int {
    if case .matches(let matches) = many { matches.found } else { 0 }
  }

  /// Returns the row of the schema field at a path; nil if it is not shown.
  package func row(of path: FieldPath) -> Int? {
    switch many {
    case .columns(let outline): outline.place(of: path).map { before.count + $0 }
    case .matches(let matches): matches.place(of: path).map { before.count + $0 }
    case .issues, .none: nil
    }
  }

  /// Returns the row of an item; nil if it is not shown.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - path: The path of the schema field that the item belongs to, if any.
  /// - Returns: The index of the row.
  package func row(of item: FormItem, at path: FieldPath?) -> Int? {
    if item.fieldID != nil {
      guard let first = path.flatMap({ row(of: $0) }) else { return nil }
      return rowBelow(first, of: item)
    }
    if case .issue(let index) = item { return index < many.count ? before.count + index : nil }
    if let index = before.firstIndex(where: { $0.holds(item) }) { return index }
    return after.firstIndex { $0.holds(item) }.map { before.count + many.count + $0 }
  }

  /// Returns the row of an item among a field's row and the details below it.
  private func rowBelow(_ first: Int, of item: FormItem) -> Int? {
    var index = first
    while index < endIndex {
      let row = self[index]
      if row.holds(item) { return index }
      guard index == first || row.isDetail(ofField: item.fieldID) else { return nil }
      index += 1
    }
    return nil
  }

  /// The first and last focusable items.
  package var firstItem: FormItem? { lazy.compactMap(\.items.first).first }
  package var lastItem: FormItem? { last { !$0.items.isEmpty }?.items.last }

  /// The indices of the lazy rows.
  var manyRows: Range<Int> { before.count..<before.count + many.count }

  /// The rows below the lazy rows.
  var lastRows: [FormRow] { after.isEmpty ? before : after }

  /// Returns the heading on or above a row; lazy rows are never headings.
  func heading(above row: Int) -> FormHeading? {
    var index = row
    while index >= 0 {
      if manyRows.contains(index) {
        index = manyRows.lowerBound - 1
      } else if case .heading(let heading) = self[index] {
        return heading
      } else {
        index -= 1
      }
    }
    return nil
  }

  /// The last parameter below the lazy rows.
  var lastParameter: FormItem? {
    (before + after).flatMap(\.items).last { if case .parameter = $0 { true } else { false } }
  }
}

extension FormRow {
  fileprivate func isDetail(ofField id: Int?) -> Bool {
    if case .item(let item) = self { item.fieldID == id } else { false }
  }
}
