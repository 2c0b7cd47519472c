import Screen
import SinkSpec
import Wizard

extension SampleReading: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let width = min(width, 60)
    var lines: [OverlayBox.Line] = []
    if let fraction = progress?.fraction {
      let bar = width - 6
      let full = Int(Double(bar) * fraction)
      let text =
        String(repeating: "█", count: full) + String(repeating: "░", count: bar - full)
      lines.append(.init("\(text) \(Int(fraction * 100))%", .accent))
    }
    lines.append(.init(progress?.bytesText ?? "Opening the file"))
    lines.append(.init(progress?.eventsText ?? ""))
    return OverlayBox(title: "Reading events from \(name)", lines: lines, leastWidth: width)
  }
}
