import Screen
import SinkDraft
import SinkSpec
import Wizard

extension DraftList: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let lines: [(String, Style)] = drafts.enumerated().map { index, draft in
      let isSelected = index == selected
      let mark = isSelected ? "▸ " : "  "
      return (mark + Self.words(of: draft), isSelected ? .accent.reversed : .plain)
    }
    return OverlayBox(
      title: drafts.count == 1 ? "Saved draft" : "\(drafts.count) saved drafts",
      lines: lines, selected: selected, targets: OverlayBox.options(lines.count))
  }

  private static func words(of draft: DraftSummary) -> String {
    let name = TextWrap.shortened(draft.name.isEmpty ? "(no name)" : draft.name, width: 20)
    let columns = draft.columnCount > 0 ? "  \(Count.of(draft.columnCount, "column"))" : ""
    let time = draft.savedAt.rfc3339.prefix(16).replacing("T", with: " ")
    return "\(name.padded(to: 21)) \(time) UTC  \(Self.origin(of: draft))  \(draft.type)\(columns)"
  }
}
