import Screen
import SinkDraft
import SinkSpec
import Wizard

extension Painter {
  mutating func paintRequest(in columns: Range<Int>) {
    markTarget(.request, rows: layout.bodyTop..<layout.bodyTop + layout.bodyHeight, columns)
    if let sample = wizard.sample { return paintSample(sample, in: columns) }
    let height = layout.bodyHeight - 1
    let top = wizard.requestTop(of: nil)
    if let search = wizard.requestPane.search {
      paintSearch(search, in: columns)
    } else {
      paintEndpoint(top: top, height: height, columns)
    }
    let focused = wizard.focusedLine
    let lines = wizard.validation.draftValidation.lines.lines(from: top, count: height)
    for (offset, line) in lines.enumerated() {
      let row = layout.bodyTop + 1 + offset
      paint(line, row: row, columns, isFocused: focused == top + offset)
      mark(line, row: row, columns)
      paintReading(line: top + offset, row: row, columns)
    }
  }

  private mutating func paintEndpoint(top: Int, height: Int, _ columns: Range<Int>) {
    let account = wizard.draft["/account_id"].text
    let total = wizard.validation.draftValidation.lines.count
    let position = total > height ? "\(top + 1)–\(min(total, top + height)) of \(total) " : ""
    let room = columns.count - 2 - TerminalText.width(of: position)
    let frame = "POST /accounts//pipelines/v1/sinks".count
    let shown =
      account.isEmpty
      ? "‹account›" : TextWrap.shortenedInside(account, width: max(9, room - frame - 1))
    let endpoint = "POST /accounts/\(shown)/pipelines/v1/sinks"
    canvas.write(
      TextWrap.shortened(endpoint, width: room), row: layout.bodyTop,
      column: columns.lowerBound + 1, style: .dim)
    canvas.write(
      position, row: layout.bodyTop,
      column: columns.upperBound - TerminalText.width(of: position), style: .dim)
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
      column = canvas.write(
        JSONText.string(name), row: row, column: column, style: styled(Style(.key)), limit: end)
      column = canvas.write(": ", row: row, column: column, style: styled(.plain), limit: end)
    }
    let (text, style) = token(line)
    let room = end - column
    column = canvas.write(
      TextWrap.shortened(text, width: room), row: row, column: column, style: styled(style),
      limit: end)
    if line.hasComma {
      canvas.write(",", row: row, column: column, style: styled(.plain), limit: end)
    }
  }

  /// Paints the mark of the focused line.
  mutating func paintFocusMark(row: Int, column: Int) {
    canvas.write("▌", row: row, column: column, style: .accent)
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
    markTarget(.requestLine(line), row: row, columns)
    guard wizard.requestPane.focusedLine == line else { return }
    let left = columns.lowerBound
    canvas.write("▸", row: row, column: left, style: .accent.bold)
    canvas.restyle(row: row, from: left + 1, to: columns.upperBound) { $0.isBold = true }
    if wizard.requestPane.search?.isTyping != true {
      canvas.cursor = .init(row: row, column: left)
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
      canvas.restyle(row: row, from: from, to: min(start + before + width, columns.upperBound)) {
        $0.isReversed = true
      }
      if from == columns.upperBound - 1 {
        canvas.restyle(row: row, from: from, to: columns.upperBound) { $0.isReversed = true }
      }
    }
  }

  /// Paints the search and its number of matches in position of the endpoint.
  mutating func paintSearch(_ search: RequestSearch, in columns: Range<Int>) {
    let row = layout.bodyTop
    let number = wizard.requestPane.focusedLine.flatMap { search.number(of: $0) }
    let found =
      search.needle.isEmpty
      ? ""
      : search.matches.isEmpty
        ? "not found " : "\(number.map { "\($0) of " } ?? "")\(search.matches.count) "
    let end = columns.upperBound - found.count
    canvas.write(found, row: row, column: end, style: search.matches.isEmpty ? .warning : .dim)
    let start = canvas.write("/", row: row, column: columns.lowerBound + 1, style: .accent.bold)
    if search.isTyping {
      paint(search.editor, nil, row: row, start..<max(start + 4, end - 1))
    } else {
      canvas.write(
        TextWrap.shortened(search.editor.text, width: end - start - 1), row: row, column: start,
        limit: end)
    }
  }
}
