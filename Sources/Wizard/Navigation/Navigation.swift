import SinkSpec

/// Where the operator is: the step, the rows that it shows, and the focus among them.
package struct Navigation: Sendable {
  package private(set) var step = Step.sink
  /// The rows of the step, from top to bottom.
  package private(set) var rows = FormRows()
  /// The item that has the focus.
  package private(set) var item: FormItem?
  /// The state of each step, in their order.
  private(set) var states: [StepState] = []
  private(set) var visitedSteps: Set<Step> = [.sink]
  /// The first row in view.
  package private(set) var topRow = 0
  /// Whether the wheel has moved the form away from the focus, until the next key.
  package private(set) var isScrolledAway = false
  /// The cell to keep to when moving up and down the columns.
  private(set) var preferredCell: ColumnMember?
  /// The item that had the focus last in each step.
  private var lastItems: [Step: FormItem] = [:]

  mutating func show(_ rows: FormRows) { self.rows = rows }

  mutating func show(_ states: [StepState]) { self.states = states }

  // MARK: Focus

  mutating func focus(_ item: FormItem?) {
    self.item = item
    isScrolledAway = false
    preferredCell = nil
    if let item { lastItems[step] = item }
  }

  /// Forgets the focused item, which is gone.
  mutating func dropFocus() { item = nil }

  mutating func keep(to cell: ColumnMember) { preferredCell = cell }

  /// Enters a step, at its top.
  mutating func enter(_ next: Step) {
    guard next != step else { return }
    step = next
    visitedSteps.insert(next)
    topRow = 0
  }

  func lastItem(in step: Step) -> FormItem? { lastItems[step] }

  // MARK: Scrolling

  /// Scrolls without moving the focus.
  mutating func scroll(by rows: Int, height: Int) {
    topRow = max(0, min(topRow + rows, self.rows.count - height))
    isScrolledAway = true
  }

  mutating func returnToFocus() { isScrolledAway = false }

  /// Keeps the row of the focus in view, unless the form is scrolled away.
  mutating func follow(focusedRow: Int?, height: Int) {
    if let focusedRow, !isScrolledAway {
      // A heading stays in view with the first row below it.
      let hasHeading = focusedRow > 0 && rows[focusedRow - 1].items.isEmpty
      topRow = min(topRow, hasHeading ? focusedRow - 1 : focusedRow)
      topRow = max(topRow, focusedRow - height + 1)
    }
    topRow = max(0, min(topRow, rows.count - height))
  }
}

extension Wizard {
  package var step: Step { navigation.step }
  /// The item that has the focus in the form.
  package var item: FormItem? { navigation.item }
  package var rows: FormRows { navigation.rows }
}
