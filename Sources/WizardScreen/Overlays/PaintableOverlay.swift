import Screen
import Wizard

/// An overlay that can be drawn on the screen.
///
/// Every overlay conforms, in a file of its own in this folder. The painter finds the conformance by
/// a dynamic cast: `Wizard` knows nothing of canvases, and no list of overlays has to be kept.
protocol PaintableOverlay: WizardOverlay {
  /// Returns the box for the overlay, with its text wrapped to a width.
  func box(in wizard: Wizard, width: Int) -> OverlayBox
}

/// A box in front of the form.
struct OverlayBox {
  var title: String
  var lines: [(String, Style)]
  /// The first visible line, if not all lines fit.
  var scroll = 0
  /// The focused line, kept visible.
  var selected: Int?
  /// The mouse targets of lines.
  var targets: [Int: MouseTarget] = [:]
  /// The marked parts of lines, in columns.
  var marks: [Int: Range<Int>] = [:]
  /// The text under edit, on the first line.
  var editor: LineEditor?

  /// Returns the targets of consecutive options.
  static func options(_ count: Int) -> [Int: MouseTarget] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, .option($0)) })
  }
}

extension Painter {
  mutating func paintOverlay() {
    guard let overlay = wizard.overlay as? any PaintableOverlay else { return }
    // Everything behind the box is unreachable for the mouse.
    target = nil
    let width = layout.boxWidth
    paint(overlay.box(in: wizard, width: width), overlay.footer(in: wizard), width: width)
  }

  /// Paints a box in the centre of the body.
  private mutating func paint(_ box: OverlayBox, _ footer: [FooterItem], width: Int) {
    let height = min(box.lines.count, layout.overlayHeight)
    let top = max(1, (layout.rows - height - 4) / 2)
    let left = (layout.columns - width - 4) / 2
    let right = left + width + 3
    let bar = String(repeating: "─", count: width + 2)
    markTarget(.box, rows: top..<top + height + 2, left..<right + 1)
    canvas.write("┌\(bar)┐", row: top, column: left, style: .accent)
    canvas.write(
      " \(TextWrap.shortened(box.title, width: width - 2)) ", row: top, column: left + 2,
      style: .accent.bold)
    let last = max(0, box.lines.count - height)
    var first = min(box.scroll, last)
    if let selected = box.selected, selected >= first + height { first = selected - height + 1 }
    for offset in 0..<height {
      let row = top + 1 + offset
      canvas.write("│", row: row, column: left, style: .accent)
      canvas.fill(row: row, from: left + 1, to: right)
      let (text, style) = box.lines[first + offset]
      canvas.write(
        TextWrap.shortened(text, width: width), row: row, column: left + 2, style: style,
        limit: right)
      canvas.write("│", row: row, column: right, style: .accent)
      if let target = box.targets[first + offset] { markTarget(target, row: row, left + 1..<right) }
      if let mark = box.marks[first + offset] {
        canvas.restyle(row: row, from: left + 2 + mark.lowerBound, to: left + 2 + mark.upperBound) {
          $0.isUnderlined = true
          $0.isBold = true
        }
      }
    }
    let bottom = top + height + 1
    canvas.write("└\(bar)┘", row: bottom, column: left, style: .accent)
    let more = last > 0 ? " \(first + 1)–\(first + height) of \(box.lines.count) ·" : ""
    let end = canvas.write(more, row: bottom, column: left + 2, style: .dim, limit: right)
    paint(footer, row: bottom, end..<right)
    canvas.cursor = nil
    if let editor = box.editor {
      paint(editor, nil, row: top + 1, left + 2..<left + 2 + width)
    }
  }

  /// Paints the footer, whose keys are mouse targets.
  private mutating func paint(_ footer: [FooterItem], row: Int, _ columns: Range<Int>) {
    var column = columns.lowerBound
    for (index, item) in footer.enumerated() {
      let label = item.label.isEmpty ? "" : item.label + " "
      let text = (index == 0 ? " " : "· ") + label + item.text + " "
      let end = canvas.write(
        text, row: row, column: column, style: .dim, limit: columns.upperBound)
      if let command = item.command { markTarget(.command(command), row: row, column..<end) }
      column = end
    }
  }
}
