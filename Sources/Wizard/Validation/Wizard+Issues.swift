import SinkDraft
import SinkSpec

/// Moving from issue to issue, in the order of the form.
extension Wizard {
  /// The position of an issue: its step, with columns before the rest of the step.
  private struct Place: Comparable {
    let step: Int
    let isBelowColumns: Bool
    let row: Int

    static func < (one: Place, other: Place) -> Bool {
      (one.step, one.isBelowColumns ? 1 : 0, one.row)
        < (other.step, other.isBelowColumns ? 1 : 0, other.row)
    }
  }

  /// Focuses the next or previous item with an issue, wrapping around at the end.
  mutating func goToIssue(by direction: Int) {
    guard let target = issueItem(by: direction), !leadsBackToWarning(target, by: direction) else {
      let state = state(of: .review)
      if state.required + state.errors == 0, step != .review { return enter(.review) }
      notice = state.required + state.issues == 0 ? .noIssue : .noOtherIssue
      return
    }
    // The review has no position among the issues; start with the first.
    let isAround = target.isAround && step != .review
    if let pointer = pointer(of: target.item) { go(to: pointer) }
    // Show the issue immediately, unless the value is merely missing, which its field already
    // shows.
    let issues = pointer(of: target.item).map { draftValidation.issues(at: $0) } ?? []
    if issues.contains(where: { !$0.isMissing }) { touch(target.item) }
    if isAround { notice = direction > 0 ? .firstIssueAgain : .lastIssueAgain }
  }

  /// Whether there is a next item with an issue to go to; otherwise, the review comes next.
  var hasNextIssueItem: Bool {
    issueItem(by: 1).map { !leadsBackToWarning($0, by: 1) } ?? false
  }

  /// Returns whether a target is only a warning further up, which the operator has already passed.
  private func leadsBackToWarning(
    _ target: (item: FormItem, isAround: Bool), by direction: Int
  ) -> Bool {
    direction > 0 && target.isAround && step != .review && draftValidation.count(.error) == 0
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
    // Wrap around.
    let end = columnItem(from: direction > 0 ? 0 : draft.fields.count - 1, by: direction)
    let other = direction > 0 ? others.first : others.last
    guard let other else { return end.flatMap { $0 == item ? nil : ($0, true) } }
    let isOtherFirst = end == nil || (direction > 0) == (other.place < columns)
    let found = isOtherFirst ? other.item : end
    return found.flatMap { $0 == item ? nil : ($0, true) }
  }

  /// The items with issues outside the columns, in the order of the form.
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

  /// Returns the first item with an issue in the nearest column that has one.
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
