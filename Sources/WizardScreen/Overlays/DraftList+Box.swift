import Screen
import SinkDraft
import SinkSpec
import Wizard

extension DraftList: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let lines = drafts.enumerated().map { index, draft in
      OverlayBox.option(Self.words(of: draft), index, isSelected: index == selected)
    }
    return OverlayBox(
      title: drafts.count == 1 ? "Saved draft" : "\(drafts.count) saved drafts",
      lines: lines, selected: selected)
  }

  private static func words(of draft: DraftSummary) -> String {
    let name = TextWrap.shortened(draft.name.isEmpty ? "(no name)" : draft.name, width: 20)
    let columns = draft.columnCount > 0 ? "  \(Count.of(draft.columnCount, "column"))" : ""
    let time = draft.savedAt.rfc3339.prefix(16).replacing("T", with: " ")
    return "\(name.padded(to: 21)) \(time) UTC  \(Self.origin(of: draft))  \(draft.type)\(columns)"
  }
}
