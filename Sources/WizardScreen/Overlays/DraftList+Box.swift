import Screen
import SinkDraft
import SinkSpec
import Wizard

extension DraftList: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let words = drafts.map { Self.words(of: $0) }
    let lines = shown.enumerated().map { line, index in
      OverlayBox.option(words[index], line, isSelected: line == selected)
    }
    let found = lines.isEmpty ? [OverlayBox.Line("no match", .dim)] : lines
    // Pad with blanks, so the box does not move while filtering.
    let blanks = Array(repeating: OverlayBox.Line.empty, count: drafts.count - found.count)
    let title = drafts.count == 1 ? "Saved draft" : "\(drafts.count) saved drafts"
    return OverlayBox(
      title: filter.isEmpty ? title : "\(title) · filter: \(filter)", lines: found + blanks,
      leastWidth: words.map { TerminalText.width(of: $0) + 2 }.max() ?? 0, selected: selected)
  }

  private static func words(of draft: DraftSummary) -> String {
    let name = TextWrap.shortened(draft.name.isEmpty ? "(no name)" : draft.name, width: 20)
    let columns = draft.columnCount > 0 ? "  \(Count.of(draft.columnCount, "column"))" : ""
    let time = draft.savedAt.rfc3339.prefix(16).replacing("T", with: " ")
    return "\(name.padded(to: 21)) \(time) UTC  \(Self.origin(of: draft))  \(draft.type)\(columns)"
  }
}
