import CloudflareAPI
import Screen
import Wizard

extension CreatedSinkReport: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let lines = wizard.resultLines(width: width).map { line in
      let style: Style =
        switch line.kind {
        case .id: .success.bold
        case .fact: .plain
        case .heading: .heading
        case .step: .accent.bold
        case .text: Style(.string)
        case .passed: .success
        case .failed: .error
        case .stored: .dim
        }
      var target: MouseTarget?
      if case .step(let step) = line.kind { target = .option(step.rawValue) }
      return OverlayBox.Line(line.text, style, target: target)
    }
    return OverlayBox(
      title: "\(wizard.display.signs.success) Created: \(wizard.submission.created?.name ?? "")",
      lines: lines, frame: .success, scroll: position.firstLine)
  }
}
