import Screen
import Wizard

extension FileReport: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let lines = lines(width: wizard.layout.textWidth).map { line in
      OverlayBox.Line(line.text, line.severity.map { Style(of: $0) } ?? .plain)
    }
    return OverlayBox(title: name, lines: lines, scroll: position.firstLine)
  }
}
