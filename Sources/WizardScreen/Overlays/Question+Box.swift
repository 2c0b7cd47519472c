import Screen
import Wizard

extension Question: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let text: [(String, Style)] = TextWrap.lines(self.text, width: width).map { ($0, .plain) }
    return OverlayBox(
      title: "Sure?",
      lines: text + [
        ("", .plain), ("y  \(yes)", .accent.bold), ("n  \(no)", .accent.bold),
      ],
      targets: [
        text.count + 1: .command(.answer(true)), text.count + 2: .command(.answer(false)),
      ])
  }
}
