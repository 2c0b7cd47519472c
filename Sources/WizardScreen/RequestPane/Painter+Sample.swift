import Screen
import SinkDraft
import SinkSpec
import Wizard

/// The sample event and its row, shown instead of the request.
extension Painter {
  mutating func paintSample(_ sample: SampleLines, in pane: Layout.Pane) {
    let top = topLine(
      of: pane, focused: wizard.requestPane.focusedLine, wizard.requestTop(of: sample))
    let shown = sample.lines.dropFirst(top).prefix(pane.rows.count)
    let focused = wizard.navigation.item?.fieldID.flatMap { wizard.draft.path(of: $0)?.top }
      .map { Pointer("/schema/fields").appending($0) }
    let widths = RowWidths(of: sample, room: pane.columns.count - 3)
    _ = paintTitle("Sample event", of: pane, isFocused: wizard.requestPane.hasFocus)
    for (offset, line) in shown.enumerated() {
      let row = pane.rows.lowerBound + offset
      if case .event(let line) = line {
        let isFollowed = line.pointer == focused
        paint(line, number: top + offset, isFollowed: isFollowed, row: row, pane.columns)
      } else {
        sheet.clear(row: row, pane.columns)
        paint(line, row: row, pane.columns, widths, focused)
        paintReading(line: top + offset, row: row, pane.columns)
      }
    }
    paint(BlankRows(rows: pane.rows.dropFirst(shown.count), columns: pane.columns))
    paintPosition(top..<top + shown.count, of: sample.lines.count, in: pane)
  }

  private mutating func paint(
    _ line: SampleLines.Line, row: Int, _ columns: Range<Int>, _ widths: RowWidths,
    _ focused: Pointer?
  ) {
    let left = columns.lowerBound + 1
    switch line {
    case .heading(let text):
      sheet.canvas.write(text, row: row, column: left, style: .heading, limit: columns.upperBound)
    case .diagnostic(let text):
      sheet.canvas.write(
        TextWrap.shortened(text, width: columns.count - 2), row: row, column: left, style: .dim)
    case .event: break
    case .row(let sample):
      if sample.pointer == focused { sheet.paintFocusMark(row: row, column: columns.lowerBound) }
      let cells = [
        (String(repeating: "  ", count: sample.depth) + sample.name, widths.name, Style(.key)),
        (sample.type, widths.type, .plain), (sample.value, widths.value, Style(.string)),
      ]
      var column = left + 1
      for (text, width, style) in cells {
        sheet.canvas.write(
          TextWrap.shortened(text, width: width), row: row, column: column, style: style)
        column += width + 2
      }
    }
  }

  /// Marks the focused line, with a sign that is visible even without colour.
  private mutating func paintReading(line: Int, row: Int, _ columns: Range<Int>) {
    sheet.markTarget(.requestLine(line), row: row, columns)
    guard wizard.requestPane.focusedLine == line else { return }
    sheet.paintReading(row: row, columns)
    placeCursor(atLine: line, row: row, columns)
  }

  /// The widths of names, types and values in the rows.
  private struct RowWidths {
    let name: Int
    let type: Int
    let value: Int

    /// Creates the widths that fit the cells of a row into `room` columns.
    init(of sample: SampleLines, room: Int) {
      var widest = (name: 0, type: 0)
      for case .row(let row) in sample.lines {
        widest.name = max(widest.name, row.depth * 2 + TerminalText.width(of: row.name))
        widest.type = max(widest.type, TerminalText.width(of: row.type))
      }
      name = min(widest.name, room / 3)
      type = min(widest.type, room - name - 2 - room / 4)
      value = max(0, room - name - type - 4)
    }
  }
}
