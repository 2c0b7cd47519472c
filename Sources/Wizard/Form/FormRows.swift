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

  /// The number of columns that were searched, at any depth; 0 without a search.
  package var searchedCount: Int {
    if case .matches(let matches) = many { matches.total } else { 0 }
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

  /// Returns the first focusable item other than one.
  func firstItem(besides item: FormItem) -> FormItem? {
    lazy.compactMap { $0.items.first { $0 != item } }.first
  }

  /// The first and last focusable items.
  package var firstItem: FormItem? { first { !$0.items.isEmpty }?.items.first }
  package var lastItem: FormItem? { last { !$0.items.isEmpty }?.items.last }

  /// The indices of the lazy rows.
  var manyRows: Range<Int> { before.count..<before.count + many.count }

  /// The rows below the lazy rows.
  var lastRows: [FormRow] { after.isEmpty ? before : after }

  // MARK: Scrolling

  /// Returns whether a row is a heading; at the top, it is painted in the border above.
  package func isHeading(_ row: Int) -> Bool {
    guard indices.contains(row), !manyRows.contains(row) else { return false }
    if case .heading = self[row] { return true }
    return false
  }

  /// The number of lines needed to show all rows.
  package var lineCount: Int { count - (isHeading(0) ? 1 : 0) }

  /// Returns the number of rows, starting with the given one, that fit into a number of lines.
  package func shownCount(from top: Int, height: Int) -> Int {
    Swift.min(count - top, height + (isHeading(top) ? 1 : 0))
  }

  /// Returns the smallest row that can be at the top while the given row is visible.
  package func top(showing row: Int, height: Int) -> Int {
    let top = Swift.max(0, row - height + 1)
    return isHeading(top - 1) ? top - 1 : top
  }

  /// Returns the smallest row that can be at the top while the last row is still visible.
  func lastTop(height: Int) -> Int { top(showing: count - 1, height: height) }

  /// Returns the 1-based positions of the given rows, not counting headings, and the total.
  package func position(of rows: Range<Int>) -> (shown: ClosedRange<Int>, total: Int)? {
    let headings =
      before.indices.filter(isHeading)
      + (0..<after.count)
      .map { manyRows.upperBound + $0 }.filter(isHeading)
    let first = rows.lowerBound - headings.count { $0 < rows.lowerBound }
    let last = rows.upperBound - headings.count { $0 < rows.upperBound }
    return first < last ? (first + 1...last, count - headings.count) : nil
  }

  /// Returns the heading on or above a row; lazy rows are never headings.
  package func heading(above row: Int) -> FormHeading? {
    var index = row
    while indices.contains(index) {
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
