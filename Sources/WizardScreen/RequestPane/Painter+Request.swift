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
      paint(
        line, number: top + offset, isFollowed: focused == top + offset,
        matches: wizard.requestPane.search?.matchRanges(in: line.text) ?? [], row: row,
        pane.columns)
    }
    paint(BlankRows(rows: pane.rows.dropFirst(lines.count), columns: pane.columns))
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
    // Below the form, the border shows the state of the step.
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

  /// Paints a line of JSON, of the request or of a sample event.
  mutating func paint(
    _ line: RequestLine, number: Int, isFollowed: Bool, matches: [Range<Int>] = [], row: Int,
    _ columns: Range<Int>
  ) {
    paint(
      RequestRow(
        line: line, number: number, isFollowed: isFollowed,
        isFocused: wizard.requestPane.focusedLine == number,
        isChanged: wizard.requestPane.changed.contains { line.pointer.isWithin($0) },
        isWrong: showsError(line), matches: matches, row: row, columns: columns))
    placeCursor(atLine: number, row: row, columns)
  }

  /// Places the cursor at the focused line of the pane.
  mutating func placeCursor(atLine line: Int, row: Int, _ columns: Range<Int>) {
    guard wizard.requestPane.focusedLine == line, wizard.requestPane.search?.isTyping != true
    else { return }
    sheet.canvas.cursor = .init(row: row, column: columns.lowerBound)
  }

  private func showsError(_ line: RequestLine) -> Bool {
    switch line.value {
    case .bracket, .emptyContainer: return false
    case .missing, .literal: break
    }
    return wizard.validation.draftValidation.issues(at: line.pointer).contains {
      $0.severity == .error && wizard.isShown($0)
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
