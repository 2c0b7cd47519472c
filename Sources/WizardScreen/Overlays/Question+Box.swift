import Screen
import Wizard

extension Question: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let text = TextWrap.lines(self.text, width: wizard.layout.textWidth)
    return OverlayBox(
      title: title, lines: text.map { OverlayBox.Line($0) },
      buttons: [
        .init(label: "y  \(yes)", command: .answer(true), isDefault: isYesSelected),
        .init(label: "n  \(no)", command: .answer(false), isDefault: !isYesSelected),
      ])
  }
}
