import Screen
import Wizard

extension HelpPage: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let lines = wizard.helpLines.flatMap { line in
      line.wrapped(width: width).map { OverlayBox.Line($0, line.isHeading ? .heading : .plain) }
    }
    return OverlayBox(
      title: "Help · \(wizard.step.title)", lines: lines, leastWidth: width,
      scroll: position.firstLine)
  }
}
