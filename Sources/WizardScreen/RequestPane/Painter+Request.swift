import Screen
import SinkDraft
import SinkSpec
import Wizard

extension Painter {
  mutating func paintRequest(in pane: Layout.Pane) {
    sheet.markTarget(.request, rows: pane.rows, pane.columns)
    if let sample = wizard.sample { return paintSample(sample, in: pane) }
    let top = topLine(of: pane, focused: wizard.requestPane.focusedLine, wizard.requestTop(of: nil))
    if let search = wizard.requestPane.search {
      paintSearch(search, in: pane)
    } else {
      let end = paintTitle("Request", of: pane, isFocused: wizard.requestPane.hasFocus)
      paintEndpoint(after: end, of: pane)
    }
    let focused = wizard.focusedLine
    let lines = wizard.validation.draftValidation.lines.lines(from: top, count: pane.rows.count)
    for (offset, line) in lines.enumerated() {
      let row = pane.rows.lowerBound + offset
      paint(line, row: row, pane.columns, isFocused: focused == top + offset)
      mark(line, row: row, pane.columns)
      paintReading(line: top + offset, row: row, pane.columns)
    }
    paintPosition(
      top..<top + lines.count, of: wizard.validation.draftValidation.lines.count, in: pane)
  }

  /// Returns the first line to show, so that a tall guide does not cover the focus.
  func topLine(of pane: Layout.Pane, focused: Int?, _ top: Int) -> Int {
    guard pane.rows.count < wizard.layout.requestHeight, let focused else { return top }
    return max(top, focused - pane.rows.count + 1)
  }

  /// Paints the range of visible lines in the lower border, unless all are visible.
  mutating func paintPosition(_ shown: Range<Int>, of total: Int, in pane: Layout.Pane) {
    guard shown.count < total else { return }
    paintAtEnd(
      "\(shown.lowerBound + 1)–\(shown.upperBound) of \(total)", ofBorder: pane.bottom, pane,
      style: .dim)
  }

  private mutating func paintEndpoint(after column: Int, of pane: Layout.Pane) {
    // Below the form, the border has the state of the step.
    guard pane.top != layout.form?.bottom else { return }
    let account = wizard.draft["/account_id"].text
    let room = pane.right - column - 4
    let frame = "POST /accounts//pipelines/v1/sinks".count
    let shown =
      account.isEmpty
      ? "‹account›" : TextWrap.shortenedInside(account, width: max(9, room - frame))
    let endpoint = "POST /accounts/\(shown)/pipelines/v1/sinks"
    let short = "POST …/pipelines/v1/sinks"
    let isWhole = TerminalText.width(of: endpoint) <= room
    guard isWhole || TerminalText.width(of: short) <= room else { return }
    paintAtEnd(isWhole ? endpoint : short, ofBorder: pane.top, pane, style: .dim)
  }

  mutating func paint(
    _ line: RequestLine, row: Int, _ columns: Range<Int>, isFocused: Bool
  ) {
    let left = columns.lowerBound
    let end = columns.upperBound
    let isChanged = wizard.requestPane.changed.contains { line.pointer.isWithin($0) }
    if isFocused { paintFocusMark(row: row, column: left) }
    var column = left + 2 + line.depth * 2
    func styled(_ style: Style) -> Style { isChanged ? style.bold : style }
    if let name = line.name {
      column = sheet.canvas.write(
        JSONText.string(name), row: row, column: column, style: styled(Style(.key)), limit: end)
      column = sheet.canvas.write(": ", row: row, column: column, style: styled(.plain), limit: end)
    }
    let (text, style) = token(line)
    let room = end - column
    column = sheet.canvas.write(
      TextWrap.shortened(text, width: room), row: row, column: column, style: styled(style),
      limit: end)
    if line.hasComma {
      sheet.canvas.write(",", row: row, column: column, style: styled(.plain), limit: end)
    }
  }

  /// Paints the mark of the focused line.
  mutating func paintFocusMark(row: Int, column: Int) {
    sheet.canvas.write("▌", row: row, column: column, style: .accent)
  }

  private func token(_ line: RequestLine) -> (String, Style) {
    switch line.value {
    case .missing: return ("‹required›", showsError(line) ? .error : .warning)
    case .bracket(let text), .emptyContainer(let text): return (text, .plain)
    case .literal(let text):
      var style = Style(text.hasPrefix("\"") ? .string : .number)
      if showsError(line) { style = .error.underlined }
      return (text, style)
    }
  }

  private func showsError(_ line: RequestLine) -> Bool {
    wizard.validation.draftValidation.issues(at: line.pointer).contains {
      $0.severity == .error && wizard.isShown($0)
    }
  }
}

/// Paints the focus and the search matches in the request.
extension Painter {
  /// Marks the focused line, with a sign that is visible even without colour.
  mutating func paintReading(line: Int, row: Int, _ columns: Range<Int>) {
    sheet.markTarget(.requestLine(line), row: row, columns)
    guard wizard.requestPane.focusedLine == line else { return }
    let left = columns.lowerBound
    paintFocus(row: row, columns)
    sheet.canvas.restyle(row: row, from: left + 1, to: columns.upperBound) { $0.isBold = true }
    if wizard.requestPane.search?.isTyping != true {
      sheet.canvas.cursor = .init(row: row, column: left)
    }
  }

  /// Marks the search matches in a line; for truncated text, marks the ellipsis.
  mutating func mark(_ line: RequestLine, row: Int, _ columns: Range<Int>) {
    guard let search = wizard.requestPane.search else { return }
    let text = line.text
    let ranges = search.matchRanges(in: text)
    guard !ranges.isEmpty else { return }
    let start = columns.lowerBound + 2 + line.depth * 2
    for range in ranges {
      let before = TerminalText.width(of: String(text.prefix(range.lowerBound)))
      let width = TerminalText.width(
        of: String(text.dropFirst(range.lowerBound).prefix(range.count)))
      let from = min(start + before, columns.upperBound - 1)
      sheet.canvas.restyle(
        row: row, from: from, to: min(start + before + width, columns.upperBound)
      ) {
        $0.isReversed = true
      }
      if from == columns.upperBound - 1 {
        sheet.canvas.restyle(row: row, from: from, to: columns.upperBound) { $0.isReversed = true }
      }
    }
  }

  /// Paints the search and its number of matches in the upper border.
  mutating func paintSearch(_ search: RequestSearch, in pane: Layout.Pane) {
    let row = pane.top
    let number = wizard.requestPane.focusedLine.flatMap { search.number(of: $0) }
    let found =
      search.isEmpty
      ? ""
      : search.matches.isEmpty
        ? "not found" : "\(number.map { "\($0) of " } ?? "")\(search.matches.count)"
    let end = paintAtEnd(
      found, ofBorder: row, pane, style: search.matches.isEmpty ? .warning : .dim)
    let start = sheet.canvas.write(" /", row: row, column: pane.left + 2, style: .accent.bold)
    if search.isTyping {
      let area = start..<max(start + 4, end - 1)
      sheet.canvas.fill(
        row: row, from: area.lowerBound, to: area.upperBound, style: .plain.on(.well))
      paint(search.editor, nil, row: row, area)
    } else {
      sheet.canvas.write(
        "\(TextWrap.shortened(search.editor.text, width: end - start - 2)) ", row: row,
        column: start, limit: end)
    }
  }
}
