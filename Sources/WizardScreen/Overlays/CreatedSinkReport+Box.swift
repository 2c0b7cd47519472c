import CloudflareAPI
import Screen
import Wizard

extension CreatedSinkReport: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let lines = wizard.submission.resultLines.map { line in
      let style: Style =
        switch line.kind {
        case .id: .success.bold
        case .fact: .plain
        case .sql: Style(.string)
        case .stored: .dim
        }
      return OverlayBox.Line(line.text, style)
    }
    return OverlayBox(
      title: "\(wizard.display.signs.success) Created: \(wizard.submission.created?.name ?? "")",
      lines: lines, frame: .success, scroll: position.firstLine)
  }
}
