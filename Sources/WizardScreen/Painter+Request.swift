import SinkSpec
import Surface
import WizardFlow

extension Painter {
  mutating func paintRequest(in columns: Range<Int>) {
    aim(.request, rows: layout.bodyTop..<layout.bodyTop + layout.bodyHeight, columns)
    if let sample = wizard.sample { return paintSample(sample, in: columns) }
    let height = layout.bodyHeight - 1
    let top = wizard.requestTop(of: nil)
    if let search = wizard.requestPane.search {
      paintSearch(search, in: columns)
    } else {
      paintEndpoint(top: top, height: height, columns)
    }
    let focused = wizard.focusedLine
    let lines = wizard.validation.judgement.lines.lines(from: top, count: height)
    for (offset, line) in lines.enumerated() {
      let row = layout.bodyTop + 1 + offset
      paint(line, row: row, columns, isFocused: focused == top + offset)
      mark(line, row: row, columns)
      paintReading(line: top + offset, row: row, columns)
    }
  }

  private mutating func paintEndpoint(top: Int, height: Int, _ columns: Range<Int>) {
    let account = wizard.draft["/account_id"].text
    let total = wizard.validation.judgement.lines.count
    let place = total > height ? "\(top + 1)–\(min(total, top + height)) of \(total) " : ""
    let room = columns.count - 2 - TerminalText.width(of: place)
    let frame = "POST /accounts//pipelines/v1/sinks".count
    let shown =
      account.isEmpty
      ? "‹account›" : TextWrap.shortenedInside(account, width: max(9, room - frame - 1))
    let endpoint = "POST /accounts/\(shown)/pipelines/v1/sinks"
    canvas.write(
      TextWrap.shortened(endpoint, width: room), row: layout.bodyTop,
      column: columns.lowerBound + 1, style: .dim)
    canvas.write(
      place, row: layout.bodyTop,
      column: columns.upperBound - TerminalText.width(of: place), style: .dim)
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

  /// The mark of the line that belongs to the focus.
  mutating func paintFocusMark(row: Int, column: Int) {
    canvas.write("▌", row: row, column: column, style: .accent)
  }

  private func token(_ line: RequestLine) -> (String, Style) {
    switch line.value {
    case .missing: return ("‹required›", isSpokenWrong(line) ? .error : .warning)
    case .bracket(let text), .emptyContainer(let text): return (text, .plain)
    case .literal(let text):
      var style = Style(text.hasPrefix("\"") ? .string : .number)
      if isSpokenWrong(line) { style = .error.underlined }
      return (text, style)
    }
  }

  private func isSpokenWrong(_ line: RequestLine) -> Bool {
    wizard.validation.judgement.issues(at: line.pointer).contains {
      $0.severity == .error && wizard.isSpoken($0)
    }
  }
}
