import Screen
import Wizard

extension HelpPage: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let column = Self.columnWidth(in: wizard.layout)
    let lines = rows(in: wizard).map { cells in
      OverlayBox.Line(
        runs: cells.enumerated().flatMap { index, cell in
          let style: Style = cell.isHeading ? .heading : .plain
          let text = index + 1 < cells.count ? cell.text.padded(to: column) : cell.text
          return index == 0 ? [(text, style)] : [(" │ ", .dim), (text, style)]
        })
    }
    // Pad with blanks, so the box does not move while filtering.
    let whole = HelpPage().rows(in: wizard).count
    let height = min(whole, wizard.layout.overlayHeight)
    let found = lines.isEmpty ? [OverlayBox.Line("no match", .dim)] : lines
    let blanks = Array(repeating: OverlayBox.Line.empty, count: max(0, height - found.count))
    let title = filter.isEmpty ? wizard.step.title : "filter: \(filter)"
    return OverlayBox(
      title: "Help · \(title)", lines: found + blanks, isWide: true,
      leastWidth: wizard.layout.wideBoxWidth, scroll: position.firstLine)
  }
}
