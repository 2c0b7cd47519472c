import Screen
import SinkSpec
import Wizard

extension Submitting: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let seconds = max(0, wizard.now.secondsSinceEpoch - startedAt.secondsSinceEpoch)
    let doing: [(String, Style)] = TextWrap.lines(activity.text, width: width).map { ($0, .plain) }
    return OverlayBox(
      title: "Creating the sink", lines: doing + [("", .plain), ("\(seconds) s", .dim)])
  }
}
