import SinkSpec

/// The operator's position: the step, its rows, and the focus and scroll position in them.
package struct Navigation: Sendable {
  package private(set) var step = Step.sink
  /// The rows of the step, from top to bottom.
  package private(set) var rows = FormRows()
  /// The focused item.
  package private(set) var item: FormItem?
  /// The state of each step, in order.
  private(set) var states: [StepState] = []
  /// The number of required values of each step, in order.
  private(set) var requiredCounts: [Int] = []
  private(set) var visitedSteps: Set<Step> = [.sink]
  /// The first visible row.
  package private(set) var topRow = 0
  /// Whether the wheel has scrolled the focus out of view; reset by the next key.
  package private(set) var isScrolledAway = false
  /// The preferred cell when moving vertically through the columns.
  private(set) var preferredCell: ColumnMember?
  /// The item focused last in each step.
  private var lastItems: [Step: FormItem] = [:]

  mutating func show(_ rows: FormRows) { self.rows = rows }

  mutating func show(_ states: [StepState]) { self.states = states }

  mutating func show(requiredCounts: [Int]) { self.requiredCounts = requiredCounts }

  // MARK: Focus

  mutating func focus(_ item: FormItem?) {
    self.item = item
    isScrolledAway = false
    preferredCell = nil
    if let item { lastItems[step] = item }
  }

  /// Clears the focused item after it was removed.
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
    topRow = max(0, min(topRow + rows, self.rows.lastTop(height: height)))
    isScrolledAway = true
  }

  mutating func returnToFocus() { isScrolledAway = false }

  /// Keeps the focused row visible, unless the form was scrolled away.
  mutating func follow(focusedRow: Int?, height: Int) {
    if let focusedRow, !isScrolledAway {
      // Keep a heading visible with the first row below it.
      let hasHeading = focusedRow > 0 && rows[focusedRow - 1].items.isEmpty
      topRow = min(topRow, hasHeading ? focusedRow - 1 : focusedRow)
      topRow = max(topRow, rows.top(showing: focusedRow, height: height))
    }
    topRow = max(0, min(topRow, rows.lastTop(height: height)))
  }
}

extension Wizard {
  package var step: Step { navigation.step }
  /// The item focused in the form.
  package var item: FormItem? { navigation.item }
  package var rows: FormRows { navigation.rows }
}
