import Screen
import Wizard

extension SubmissionReport: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let paragraphs = paragraphs(width: wizard.layout.textWidth)
    let lines = paragraphs.enumerated().flatMap { index, paragraph in
      paragraph.map { OverlayBox.Line($0, index == 0 ? .error : .plain) }
    }
    return OverlayBox(
      title: "\(wizard.display.signs.error) \(conclusion.title)", lines: lines, frame: .error,
      scroll: position.firstLine)
  }
}
