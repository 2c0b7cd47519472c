import Screen
import SinkDraft
import Wizard

/// The frames of the panes, with a title above and the position below.
extension Painter {
  /// Whether the form has keyboard focus.
  private var formHasFocus: Bool { wizard.overlay == nil && !wizard.requestPane.hasFocus }
  private var requestHasFocus: Bool { wizard.overlay == nil && wizard.requestPane.hasFocus }

  mutating func paintFrames() {
    // Stacked panes share a border, so paint the focused pane last.
    if let request = layout.request, !requestHasFocus { paintFrame(of: request, isFocused: false) }
    if let form = layout.form { paintFrame(of: form, isFocused: formHasFocus) }
    if let request = layout.request, requestHasFocus { paintFrame(of: request, isFocused: true) }
  }

  private mutating func paintFrame(of pane: Layout.Pane, isFocused: Bool) {
    let style: Style = isFocused ? .accent : .dim
    for row in [pane.top, pane.bottom] {
      sheet.canvas.fill(
        row: row, from: pane.columns.lowerBound, to: pane.columns.upperBound, with: "─",
        style: style)
    }
    for column in [pane.left, pane.right] {
      sheet.canvas.fill(column: column, rows: pane.rows, with: "│", style: style)
    }
    let isFirst = pane.top == layout.stepsRow + 1
    let isLast = pane.bottom == layout.guideTop - 1
    for (corner, row, column) in [
      (isFirst ? "╭" : "├", pane.top, pane.left), (isFirst ? "╮" : "┤", pane.top, pane.right),
      (isLast ? "╰" : "├", pane.bottom, pane.left), (isLast ? "╯" : "┤", pane.bottom, pane.right),
    ] {
      sheet.canvas.write(corner, row: row, column: column, style: style)
    }
  }

  /// Paints the title of a pane, with marks if it has the focus.
  ///
  /// - Returns: The column after the title.
  mutating func paintTitle(_ title: String, of pane: Layout.Pane, isFocused: Bool) -> Int {
    let start = pane.left + 2
    let room = pane.columns.count - 6
    let text = " \(TextWrap.shortened(title, width: room)) "
    guard isFocused else {
      return sheet.canvas.write(text, row: pane.top, column: start, limit: pane.right)
    }
    var column = sheet.canvas.write(
      signs.beforeTitle, row: pane.top, column: start, style: .accent, limit: pane.right)
    column = sheet.canvas.write(
      text, row: pane.top, column: column, style: .accent.bold, limit: pane.right)
    return sheet.canvas.write(
      signs.afterTitle, row: pane.top, column: column, style: .accent, limit: pane.right)
  }

  /// Paints text at the end of a border.
  ///
  /// - Returns: The column where the text starts.
  @discardableResult
  mutating func paintAtEnd(
    _ text: String, ofBorder row: Int, _ pane: Layout.Pane, style: Style = .plain
  ) -> Int {
    guard !text.isEmpty else { return pane.right }
    let start = pane.right - 3 - TerminalText.width(of: text)
    sheet.canvas.write(" \(text) ", row: row, column: start, style: style, limit: pane.right)
    return start
  }

  // MARK: Borders of the form

  /// Paints the title, the state of the step, and the range of visible rows.
  mutating func paintBorders(of pane: Layout.Pane, showing rows: Range<Int>) {
    let heading = wizard.rows.heading(above: rows.lowerBound)
    var end = paintTitle(heading?.title ?? "", of: pane, isFocused: formHasFocus)
    let place = wizard.isInSandbox ? StepsBar(of: wizard, in: layout).missingPlace : ""
    if !place.isEmpty {
      end = sheet.canvas.write(" \(place) ", row: pane.top, column: end + 1, limit: pane.right)
    }
    if heading == .columns, wizard.draft.columns == .listed {
      paintCaptions(from: end, of: pane)
    }
    if rows.count < wizard.rows.count, let position = wizard.rows.position(of: rows) {
      paintAtEnd(
        "\(position.shown.lowerBound)–\(position.shown.upperBound) of \(position.total)",
        ofBorder: pane.bottom, pane, style: .dim)
    }
    let column = layout.request?.top == pane.bottom ? pane.left + 12 : pane.left + 2
    paintState(of: wizard.step, row: pane.bottom, column: column)
  }

  /// Paints the progress of a step, in words.
  private mutating func paintState(of step: Step, row: Int, column: Int) {
    let state = wizard.state(of: step)
    var parts: [(String, Style)] = []
    if let errors = Wizard.count(state.errors, "error") { parts.append((errors, .error)) }
    if let warnings = Wizard.count(state.warnings, "warning") {
      parts.append((warnings, .warning))
    }
    if state.requiredTotal > 0 {
      parts.append(
        (
          "\(state.requiredTotal - state.unfilled) of \(state.requiredTotal) required",
          state.unfilled == 0 ? .success : .plain
        ))
    }
    var column = column
    for (index, (text, style)) in parts.enumerated() {
      column = sheet.canvas.write(index == 0 ? " " : "· ", row: row, column: column, style: .dim)
      column = sheet.canvas.write("\(text) ", row: row, column: column, style: style)
    }
  }
}
