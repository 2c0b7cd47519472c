import SinkSpec
import Surface
import WizardFlow

/// The focus in the request, and what is searched for there.
extension Painter {
  /// Marks the line that has the focus, which the sign says also without colour.
  mutating func paintReading(line: Int, row: Int, _ columns: Range<Int>) {
    aim(.requestLine(line), row: row, columns)
    guard wizard.requestPane.focusedLine == line else { return }
    let left = columns.lowerBound
    canvas.write("▸", row: row, column: left, style: .accent.bold)
    canvas.restyle(row: row, from: left + 1, to: columns.upperBound) { $0.isBold = true }
    if wizard.requestPane.search?.isTyping != true {
      canvas.cursor = .init(row: row, column: left)
    }
  }

  /// Marks what is searched for in a line of the request; what is cut off, on the sign for that.
  mutating func mark(_ line: RequestLine, row: Int, _ columns: Range<Int>) {
    guard let search = wizard.requestPane.search else { return }
    let text = line.text
    let places = search.places(in: text)
    guard !places.isEmpty else { return }
    let start = columns.lowerBound + 2 + line.depth * 2
    for place in places {
      let before = TerminalText.width(of: String(text.prefix(place.lowerBound)))
      let width = TerminalText.width(
        of: String(text.dropFirst(place.lowerBound).prefix(place.count)))
      let from = min(start + before, columns.upperBound - 1)
      canvas.restyle(row: row, from: from, to: min(start + before + width, columns.upperBound)) {
        $0.isReversed = true
      }
      if from == columns.upperBound - 1 {
        canvas.restyle(row: row, from: from, to: columns.upperBound) { $0.isReversed = true }
      }
    }
  }

  /// What is looked for, in the place of the endpoint, with how many lines have it.
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
