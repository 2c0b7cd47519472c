import SinkSpec
import Surface
import WizardFlow

/// The drafts that the operator can go on with.
extension Painter {
  func draftBox(_ list: DraftList, _ width: Int) -> Box {
    let lines: [(String, Style)] = list.drafts.enumerated().map { index, draft in
      let isSelected = index == list.selected
      let mark = isSelected ? "▸ " : "  "
      return (mark + words(of: draft), isSelected ? .accent.reversed : .plain)
    }
    let footer =
      list.asksToDelete
      ? "y delete it for good · n keep it"
      : "Enter go on with it · Esc begin a new sink · Del delete"
    return Box(
      title: list.drafts.count == 1 ? "A draft was kept" : "\(list.drafts.count) drafts were kept",
      lines: lines, footer: footer, selected: list.selected,
      targets: Self.options(lines.count))
  }

  private func words(of draft: DraftSummary) -> String {
    let name = TextWrap.shortened(draft.name.isEmpty ? "(no name)" : draft.name, width: 32)
    let columns = draft.columnCount > 0 ? "  \(Count.of(draft.columnCount, "column"))" : ""
    let time = draft.savedAt.rfc3339.prefix(16).replacing("T", with: " ")
    return "\(name.padded(to: 33)) \(time) UTC  \(draft.type)\(columns)"
  }
}
