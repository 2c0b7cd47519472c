import Screen
import SinkSpec
import Wizard

extension SampleReading: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    var lines: [(String, Style)] = []
    if let fraction = progress?.fraction {
      let bar = width - 6
      let full = Int(Double(bar) * fraction)
      let text =
        String(repeating: "█", count: full) + String(repeating: "░", count: bar - full)
      lines.append(("\(text) \(Int(fraction * 100))%", .accent))
    }
    lines.append((progress?.bytesText ?? "Opening the file", .plain))
    lines.append((progress?.eventsText ?? "", .plain))
    return OverlayBox(title: "Reading events from \(name)", lines: lines)
  }
}
