import Screen
import Wizard

extension ChoiceList: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let shown = shown
    let lines: [(String, Style)] = shown.enumerated().map { index, option in
      let mark = index == selected ? "▸ " : "  "
      let name = option.name.padded(to: 17)
      let help = option.value == nil && !option.help.isEmpty ? "(\(option.help))" : option.help
      return (mark + name + help, index == selected ? .accent.reversed : .plain)
    }
    let filterText = filter.isEmpty ? "type to filter" : "filter: \(filter)"
    let found = lines.isEmpty ? [("no match", .dim)] : lines
    // Pad with blanks, so the box does not move while filtering.
    let blanks = Array(repeating: ("", Style.plain), count: max(0, options.count - found.count))
    var box = OverlayBox(
      title: "\(title) · \(filterText)", lines: found + blanks, selected: selected,
      targets: OverlayBox.options(shown.count))
    for (line, option) in shown.enumerated() {
      // The name starts after two columns.
      box.marks[line] = letters(in: option).map { $0.lowerBound + 2..<$0.upperBound + 2 }
    }
    return box
  }
}
