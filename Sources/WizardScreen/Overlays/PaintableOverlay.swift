import Screen
import Wizard

/// An overlay that can be drawn on the screen.
///
/// Every overlay conforms, in a file of its own in this folder. The painter finds the conformance
/// with a dynamic cast, so `Wizard` need not know about canvases, and no registry of overlays is
/// needed.
protocol PaintableOverlay: WizardOverlay {
  /// Returns the box for the overlay, with its lines at most `width` wide.
  func box(in wizard: Wizard, width: Int) -> OverlayBox
}

extension Painter {
  mutating func paintOverlay() {
    guard let overlay = wizard.overlay as? any PaintableOverlay else { return }
    // The mouse cannot reach anything behind the box.
    sheet.forgetTarget()
    let box = overlay.box(in: wizard, width: layout.boxWidth)
    if box.place == .middle { dimScreen() }
    paint(box, BoxFrame(box, footer: overlay.footer(in: wizard), in: layout, at: valuePlace))
  }

  private mutating func dimScreen() {
    for row in 0..<layout.rows - 1 {
      sheet.canvas.restyle(row: row, from: 0, to: layout.columns) { $0 = .dim }
    }
  }

  private mutating func paint(_ box: OverlayBox, _ frame: BoxFrame) {
    paintFrame(of: box, frame)
    sheet.canvas.cursor = nil
    let last = max(0, box.lineCount - frame.lineCount)
    var first = min(box.scroll, last)
    if let selected = box.selected, selected >= first + frame.lineCount {
      first = selected - frame.lineCount + 1
    }
    for offset in 0..<frame.lineCount {
      let line = box.lines[first - box.omitted.above + offset]
      paint(line, row: frame.top + 1 + offset, frame)
      if line.isFilled {
        placeCursor(row: frame.top + 1 + offset, column: frame.text.lowerBound)
      }
      if let mark = box.marks[first + offset] {
        sheet.canvas.restyle(
          row: frame.top + 1 + offset, from: frame.text.lowerBound + mark.lowerBound,
          to: frame.text.lowerBound + mark.upperBound
        ) {
          $0.isUnderlined = true
          $0.isBold = true
        }
      }
    }
    if last > 0 {
      paintAtEnd(
        "\(first + 1)–\(first + frame.lineCount) of \(box.lineCount)", ofBorder: frame.top,
        frame.pane, style: .dim)
    }
    paintButtons(of: box, row: frame.top + 1 + frame.lineCount, frame)
    for (offset, items) in frame.footer.enumerated() {
      paint(items, row: frame.bottom + 1 + offset - frame.footer.count, frame)
    }
    guard let editor = box.editor else {
      return placeCursor(row: frame.top + 1, column: frame.text.lowerBound)
    }
    sheet.canvas.fill(
      row: frame.top + 1, from: frame.text.lowerBound, to: frame.text.upperBound,
      style: .plain.on(.well))
    paint(editor, nil, row: frame.top + 1, frame.text)
  }

  private mutating func paintFrame(of box: OverlayBox, _ frame: BoxFrame) {
    let (left, right) = (frame.pane.left, frame.pane.right)
    sheet.markTarget(.box, rows: frame.top..<frame.bottom + 1, left..<right + 1)
    for row in frame.top...frame.bottom {
      sheet.canvas.fill(row: row, from: left, to: right + 1)
    }
    for row in [frame.top, frame.bottom] {
      sheet.canvas.fill(row: row, from: left + 1, to: right, with: "─", style: box.frame)
    }
    for column in [left, right] {
      sheet.canvas.fill(
        column: column, rows: frame.top + 1..<frame.bottom, with: "│", style: box.frame)
    }
    for (corner, row, column) in [
      ("╭", frame.top, left), ("╮", frame.top, right), ("╰", frame.bottom, left),
      ("╯", frame.bottom, right),
    ] {
      sheet.canvas.write(corner, row: row, column: column, style: box.frame)
    }
    var column = sheet.canvas.write(
      signs.beforeTitle, row: frame.top, column: left + 2, style: box.frame)
    let title = " \(TextWrap.shortened(box.title, width: frame.text.count - 4)) "
    column = sheet.canvas.write(title, row: frame.top, column: column, style: box.frame.bold)
    sheet.canvas.write(signs.afterTitle, row: frame.top, column: column, style: box.frame)
  }

  private mutating func paint(_ line: OverlayBox.Line, row: Int, _ frame: BoxFrame) {
    if line.isFilled {
      sheet.canvas.fill(
        row: row, from: frame.pane.left + 1, to: frame.pane.right, style: .plain.on(.filled))
    }
    var column = frame.text.lowerBound
    for (text, style) in line.runs {
      let room = frame.text.upperBound - column
      column = sheet.canvas.write(
        TextWrap.shortened(text, width: room), row: row, column: column, style: style,
        limit: frame.text.upperBound)
    }
    if let target = line.target { sheet.markTarget(target, row: row, frame.pane.columns) }
  }

  private mutating func paintButtons(of box: OverlayBox, row: Int, _ frame: BoxFrame) {
    var (row, column) = (row + 1, frame.text.lowerBound)
    for button in box.buttons {
      let text = button.isDefault ? "▸ \(button.label) " : "[ \(button.label) ]"
      let style = button.isDefault ? Style.accent.bold.on(.filled) : .accent
      let end = sheet.canvas.write(
        text.padded(to: button.width), row: row, column: column, style: style,
        limit: frame.text.upperBound)
      if button.isDefault { placeCursor(row: row, column: column) }
      sheet.markTarget(.command(button.command), row: row, column..<end)
      if frame.stacksButtons { row += 1 } else { column = end + 2 }
    }
  }

  /// Paints items of the footer, whose keys are mouse targets.
  private mutating func paint(_ footer: [FooterItem], row: Int, _ frame: BoxFrame) {
    var column = frame.text.lowerBound
    for (index, item) in footer.enumerated() {
      let end = sheet.canvas.write(
        BoxFrame.text(of: item, isFirst: index == 0), row: row, column: column, style: .dim,
        limit: frame.pane.right)
      if let command = item.command { sheet.markTarget(.command(command), row: row, column..<end) }
      column = end
    }
  }
}
