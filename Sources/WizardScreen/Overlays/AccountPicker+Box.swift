import Screen
import Wizard

extension AccountPicker: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let shown = shown(in: wizard)
    let names = shown.map { TextWrap.shortened($0.value, width: 40) }
    let column = (names.map { TerminalText($0).width }.max() ?? 0) + 2
    let rows: [(String, Style)] = shown.indices.map { index in
      let isSelected = index == selected
      let text = (isSelected ? "▸ " : "  ") + names[index].padded(to: column)
      return (text + shown[index].details, isSelected ? .accent.reversed : .plain)
    }
    let status: [(String, Style)] =
      status(in: wizard).map {
        TextWrap.lines($0, width: width).map { ($0, .dim) }
      } ?? []
    let filterText = filter.isEmpty ? "" : " · filter: \(filter)"
    return OverlayBox(
      title: title + filterText, lines: status + rows,
      selected: rows.isEmpty ? nil : status.count + selected,
      targets: Dictionary(
        uniqueKeysWithValues: rows.indices.map { (status.count + $0, .option($0)) }))
  }
}
