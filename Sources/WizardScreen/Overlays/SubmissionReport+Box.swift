import Screen
import Wizard

extension SubmissionReport: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let lines = paragraphs(width: width).enumerated().flatMap { index, paragraph in
      paragraph.map { ($0, index == 0 ? Style.error : .plain) }
    }
    return OverlayBox(title: conclusion.title, lines: lines, scroll: position.firstLine)
  }
}
