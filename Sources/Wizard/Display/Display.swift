/// The operator's terminal: its size, how the panes share it, and whether it reports the mouse.
package struct Display: Sendable {
  package private(set) var layout = Layout(rows: 24, columns: 80)
  /// Whether mouse reporting is enabled.
  package private(set) var isMouseOn = false

  mutating func resize(rows: Int, columns: Int) {
    layout = Layout(rows: rows, columns: columns, favoursRequest: layout.favoursRequest)
  }

  /// Widens the request, or shows it instead of the form where only one pane fits.
  mutating func favourRequest(_ isFavoured: Bool) {
    guard isFavoured != layout.favoursRequest else { return }
    layout = Layout(rows: layout.rows, columns: layout.columns, favoursRequest: isFavoured)
  }

  mutating func turnMouse(on isOn: Bool) { isMouseOn = isOn }
}

extension Wizard {
  package var layout: Layout { display.layout }
}
