import Screen
import SinkSpec
import Wizard

extension Submitting: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let width = wizard.layout.textWidth
    let text = text(at: wizard.now)
    let elapsed = wizard.now.secondsSinceEpoch - startedAt.secondsSinceEpoch
    let spinner = wizard.display.signs.spinner
    // One turn per second, in step with the ticks while a request is in flight.
    let phase = wizard.now.nanoseconds / (1_000_000_000 / spinner.count)
    let lines = TextWrap.lines(text, width: width - 2).enumerated().map { index, line in
      OverlayBox.Line(runs: [
        (index == 0 ? spinner[phase] + " " : "  ", .accent.bold), (line, .plain),
      ])
    }
    return OverlayBox(
      title: "Creating the sink", lines: lines + [.init("  \(max(0, elapsed)) s", .dim)],
      leastWidth: min(width, 60))
  }
}
