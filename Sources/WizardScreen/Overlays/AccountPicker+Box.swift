import Screen
import Wizard

extension AccountPicker: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let shown = shown(in: wizard)
    let names = shown.map { TextWrap.shortened($0.value, width: 40) }
    let column = (names.map { TerminalText($0).width }.max() ?? 0) + 2
    let rows = shown.indices.map { index in
      OverlayBox.option(
        names[index].padded(to: column) + shown[index].details, index,
        isSelected: index == selected)
    }
    let status = status(in: wizard).map { TextWrap.lines($0, width: width) } ?? []
    let filterText = filter.isEmpty ? "" : " · filter: \(filter)"
    return OverlayBox(
      title: title + filterText, lines: status.map { OverlayBox.Line($0, .dim) } + rows,
      place: isForField ? .atField : .middle,
      selected: rows.isEmpty ? nil : status.count + selected)
  }

  private var isForField: Bool {
    if case .value = purpose { true } else { false }
  }
}
