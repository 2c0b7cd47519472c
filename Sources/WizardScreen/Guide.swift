import Screen
import Wizard

/// The text below the panes: the focused item, its help, its issues, and the sink's first file.
struct Guide: Equatable {
  struct Message: Equatable {
    let text: String
    let style: Style
  }

  struct Foot: Equatable {
    let label: String
    let text: String
  }

  /// Whether the foot is shortened in the middle, as a path, or at the end.
  let shortensInside: Bool
  var title = ""
  var help = ""
  /// The messages to show in full: issues, and a note that does not fit next to its value.
  var messages: [Message] = []
  var foot: [Foot] = []

  /// The number of lines of the help that may not be left out.
  var reservedForHelp = 0

  /// The number of lines that must be shown.
  var lineCount: Int { 1 + reservedForHelp + messages.count + foot.count }
}

/// The guide, laid out below the panes.
struct GuideBox: ScreenPart {
  private let guide: Guide
  let rows: Range<Int>
  let columns: Range<Int>

  init(_ guide: Guide, in layout: Layout) {
    self.guide = guide
    rows = layout.guideTop..<layout.guideTop + layout.guideHeight
    columns = 0..<layout.columns
  }

  func paint(on sheet: inout Sheet) {
    let width = columns.count - 2
    sheet.canvas.write(
      TextWrap.shortenedInside(guide.title, width: width), row: rows.lowerBound, column: 1,
      style: .heading)
    let room = rows.count - guide.lineCount + guide.reservedForHelp
    let help = TextWrap.lines(guide.help, width: width, atMost: max(0, room))
    let lines =
      (room > 0 ? help : []).map { Guide.Message(text: $0, style: .plain) } + guide.messages
    let foot = rows.count - guide.foot.count
    for (offset, line) in lines.prefix(foot - 1).enumerated() {
      sheet.canvas.write(
        line.text, row: rows.lowerBound + 1 + offset, column: 1, style: line.style)
    }
    for (row, line) in zip(rows.dropFirst(foot), guide.foot) {
      let column = sheet.canvas.write(line.label + "  ", row: row, column: 1, style: .dim)
      let width = columns.upperBound - column - 1
      let text =
        guide.shortensInside
        ? TextWrap.shortenedInside(line.text, width: width)
        : TextWrap.shortened(line.text, width: width)
      sheet.canvas.write(text, row: row, column: column)
    }
  }
}
