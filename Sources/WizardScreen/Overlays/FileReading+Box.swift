import Screen
import Wizard

extension FileReading: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let width = min(width, 60)
    var lines: [OverlayBox.Line] = []
    if let fraction = progress.fraction {
      let bar = width - 6
      let full = Int(Double(bar) * fraction)
      let text =
        String(repeating: "█", count: full) + String(repeating: "░", count: bar - full)
      lines.append(.init("\(text) \(Int(fraction * 100))%", .accent))
    }
    lines.append(.init(progress.text))
    return OverlayBox(title: "Opening \(progress.name)", lines: lines, leastWidth: width)
  }
}
