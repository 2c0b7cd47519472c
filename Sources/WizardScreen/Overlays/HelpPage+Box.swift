import Screen
import Wizard

extension HelpPage: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let column = Self.columnWidth(in: wizard.layout)
    let lines = Self.rows(in: wizard).map { cells in
      OverlayBox.Line(
        runs: cells.enumerated().flatMap { index, cell in
          let style: Style = cell.isHeading ? .heading : .plain
          let text = index + 1 < cells.count ? cell.text.padded(to: column) : cell.text
          return index == 0 ? [(text, style)] : [(" │ ", .dim), (text, style)]
        })
    }
    return OverlayBox(
      title: "Help · \(wizard.step.title)", lines: lines, isWide: true,
      leastWidth: wizard.layout.wideBoxWidth, scroll: position.firstLine)
  }
}
