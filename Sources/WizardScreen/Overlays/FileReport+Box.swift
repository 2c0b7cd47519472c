import Screen
import Wizard

extension FileReport: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let size = size(width: wizard.layout.textWidth)
    let height = wizard.layout.overlayHeight
    let first = min(position.firstLine, max(0, size.lineCount - height))
    let lines = lines(first..<min(first + height, size.lineCount), in: size).map { line in
      OverlayBox.Line(line.text, line.severity.map { Style(of: $0) } ?? .plain)
    }
    return OverlayBox(
      title: name, lines: lines,
      omitted: (above: first, below: size.lineCount - first - lines.count),
      leastWidth: size.widest, scroll: first)
  }
}
