import Screen
import SinkSpec
import Wizard

/// A line of the request in its row.
struct RequestRow: ScreenPart {
  let line: RequestLine
  /// The line's number, from 0.
  let number: Int
  /// Whether it is the line of the form's focus.
  let isFollowed: Bool
  /// Whether the request has the focus, on this line.
  let isFocused: Bool
  /// Whether the last event changed the value.
  let isChanged: Bool
  /// Whether an error of the value is shown.
  let isWrong: Bool
  /// The search matches in the line's text, in characters.
  let matches: [Range<Int>]
  let row: Int
  let columns: Range<Int>

  var rows: Range<Int> { row..<row + 1 }

  func paint(on sheet: inout Sheet) {
    let left = columns.lowerBound
    if isFollowed { sheet.paintFocusMark(row: row, column: left) }
    paintText(on: &sheet)
    paintMatches(on: &sheet)
    sheet.markTarget(.requestLine(number), row: row, columns)
    if isFocused { sheet.paintReading(row: row, columns) }
  }

  private func paintText(on sheet: inout Sheet) {
    let end = columns.upperBound
    var column = columns.lowerBound + 2 + line.depth * 2
    func styled(_ style: Style) -> Style { isChanged ? style.bold : style }
    if let name = line.name {
      column = sheet.canvas.write(
        JSONText.string(name), row: row, column: column, style: styled(Style(.key)), limit: end)
      column = sheet.canvas.write(": ", row: row, column: column, style: styled(.plain), limit: end)
    }
    let (text, style) = token
    column = sheet.canvas.write(
      TextWrap.shortened(text, width: end - column), row: row, column: column,
      style: styled(style), limit: end)
    if line.hasComma {
      sheet.canvas.write(",", row: row, column: column, style: styled(.plain), limit: end)
    }
  }

  private var token: (String, Style) {
    switch line.value {
    case .missing: ("‹required›", isWrong ? .error : .warning)
    case .bracket(let text), .emptyContainer(let text): (text, .plain)
    case .literal(let text):
      (text, isWrong ? .error.underlined : Style(text.hasPrefix("\"") ? .string : .number))
    }
  }

  /// Marks the search matches; for truncated text, marks the ellipsis.
  private func paintMatches(on sheet: inout Sheet) {
    guard !matches.isEmpty else { return }
    let text = line.text
    let start = columns.lowerBound + 2 + line.depth * 2
    for range in matches {
      let before = TerminalText.width(of: String(text.prefix(range.lowerBound)))
      let width = TerminalText.width(
        of: String(text.dropFirst(range.lowerBound).prefix(range.count)))
      let from = min(start + before, columns.upperBound - 1)
      let end =
        from == columns.upperBound - 1
        ? columns.upperBound : min(start + before + width, columns.upperBound)
      sheet.canvas.restyle(row: row, from: from, to: end) { $0.isReversed = true }
    }
  }
}
