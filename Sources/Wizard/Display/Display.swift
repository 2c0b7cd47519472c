package import Screen

/// The operator's terminal: its size, how the panes share it, and whether it reports the mouse.
package struct Display: Sendable {
  package private(set) var layout = Layout(rows: 24, columns: 80)
  /// Whether mouse reporting is enabled.
  package private(set) var isMouseOn = false
  /// The symbols that the terminal can show.
  package private(set) var signs = Signs.unicode

  mutating func resize(rows: Int, columns: Int) {
    layout = Layout(rows: rows, columns: columns)
      .favouringRequest(layout.favoursRequest).fitting(formLines: layout.formLines)
  }

  /// Widens the request, or shows it instead of the form if only one pane fits.
  mutating func favourRequest(_ isFavoured: Bool) {
    layout = layout.favouringRequest(isFavoured)
  }

  /// Gives the request the rows that the form does not need, on a narrow terminal.
  mutating func fit(formLines: Int) { layout = layout.fitting(formLines: formLines) }

  mutating func useASCII() { signs = .ascii }

  mutating func turnMouse(on isOn: Bool) { isMouseOn = isOn }
}

extension Wizard {
  package var layout: Layout { display.layout }

  /// Uses ASCII symbols, for a terminal without UTF-8.
  package mutating func useASCII() { display.useASCII() }
}
