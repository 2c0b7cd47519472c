import SinkDraft
import SinkSpec

/// From one issue to the next, in the order of the form.
extension Wizard {
  /// Where an issue stands among all: its step, and there the columns before everything else.
  private struct Place: Comparable {
    let step: Int
    let isBelowColumns: Bool
    let row: Int

    static func < (one: Place, other: Place) -> Bool {
      (one.step, one.isBelowColumns ? 1 : 0, one.row)
        < (other.step, other.isBelowColumns ? 1 : 0, other.row)
    }
  }

  /// Gives the focus to the next item that has an issue, or the one before; after the last comes
  /// the first.
  mutating func goToIssue(by direction: Int) {
    guard let target = issueItem(by: direction) else {
      notice = draftValidation.issueCount == 0 ? .noIssue : .noOtherIssue
      return
    }
    // The review has no place among the issues: from there the first comes first.
    let isAround = target.isAround && step != .review
    if let pointer = pointer(of: target.item) { go(to: pointer) }
    // Who asks for an issue wants to know what it is.
    touch(target.item)
    if isAround { notice = direction > 0 ? .firstIssueAgain : .lastIssueAgain }
  }

  private func issueItem(by direction: Int) -> (item: FormItem, isAround: Bool)? {
    let others = otherPlaces
    let here = currentPlace
    let column = here.step == Step.schema.rawValue && !here.isBelowColumns ? here.row : nil
    if let column, let inside = neighbour(inColumn: column, by: direction) {
      return (inside, false)
    }
    let columns = Place(step: Step.schema.rawValue, isBelowColumns: false, row: 0)
    let isAhead = direction > 0 ? here < columns : here > columns
    let start = column.map { $0 + direction } ?? (direction > 0 ? 0 : draft.fields.count - 1)
    let inColumns = column != nil || isAhead ? columnItem(from: start, by: direction) : nil
    let next =
      direction > 0
      ? others.first { $0.place > here } : others.last { $0.place < here }
    if let next, inColumns == nil || (direction > 0) == (next.place < columns) {
      return (next.item, false)
    }
    if let inColumns { return (inColumns, false) }
    // Around: from the other end.
    let end = columnItem(from: direction > 0 ? 0 : draft.fields.count - 1, by: direction)
    let other = direction > 0 ? others.first : others.last
    guard let other else { return end.flatMap { $0 == item ? nil : ($0, true) } }
    let isOtherFirst = end == nil || (direction > 0) == (other.place < columns)
    let found = isOtherFirst ? other.item : end
    return found.flatMap { $0 == item ? nil : ($0, true) }
  }

  /// The items with issues that are no column's, in the order of the form.
  private var otherPlaces: [(place: Place, item: FormItem)] {
    var rows: [Step: FormRows] = [:]
    let issues = draftValidation.otherIssues
    let places = issues.compactMap { issue -> (place: Place, item: FormItem)? in
      guard let item = item(for: issue.pointer), item.fieldID == nil else { return nil }
      let step = Step.holding(issue.pointer)
      let own = rows[step] ?? Form.rows(of: step, draft)
      rows[step] = own
      let row = own.row(of: item, at: nil) ?? 0
      return (Place(step: step.rawValue, isBelowColumns: true, row: row), item)
    }
    return places.sorted { $0.place < $1.place }
  }

  private var currentPlace: Place {
    if let id = item?.fieldID, let position = draft.path(of: id)?.top {
      return Place(step: step.rawValue, isBelowColumns: false, row: position)
    }
    let row = item.flatMap { Form.rows(of: step, draft).row(of: $0, at: nil) } ?? 0
    return Place(step: step.rawValue, isBelowColumns: true, row: row)
  }

  /// The first item with an issue of the nearest column that has one.
  private func columnItem(from position: Int, by direction: Int) -> FormItem? {
    guard let column = draftValidation.columnWithIssue(from: position, by: direction) else {
      return nil
    }
    let items = issueItems(ofColumn: column)
    return direction > 0 ? items.first : items.last
  }

  private func neighbour(inColumn position: Int, by direction: Int) -> FormItem? {
    let items = issueItems(ofColumn: position)
    guard let item, let index = items.firstIndex(of: item) else {
      return direction > 0 ? items.first : nil
    }
    return items.indices.contains(index + direction) ? items[index + direction] : nil
  }

  private func issueItems(ofColumn position: Int) -> [FormItem] {
    var seen = Set<FormItem>()
    return draftValidation.issues(ofColumn: position).compactMap { item(for: $0.pointer) }
      .filter { seen.insert($0).inserted }
  }
}
