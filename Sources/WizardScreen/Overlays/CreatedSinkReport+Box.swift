import CloudflareAPI
import Screen
import Wizard

extension CreatedSinkReport: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let lines = wizard.submission.resultLines.map { line in
      let style: Style =
        switch line.kind {
        case .id: .accent.bold
        case .fact: .plain
        case .sql: Style(.string)
        case .stored: .dim
        }
      return (line.text, style)
    }
    return OverlayBox(
      title: "Created: \(wizard.submission.created?.name ?? "")", lines: lines,
      scroll: position.firstLine)
  }
}
