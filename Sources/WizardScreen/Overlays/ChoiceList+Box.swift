import Screen
import Wizard

extension ChoiceList: PaintableOverlay {
  func box(in wizard: Wizard, width: Int) -> OverlayBox {
    let shown = shown
    let lines = shown.enumerated().map { index, option in
      OverlayBox.option(Self.text(of: option), index, isSelected: index == selected)
    }
    let filterText = filter.isEmpty ? "type to filter" : "filter: \(filter)"
    let found = lines.isEmpty ? [OverlayBox.Line("no match", .dim)] : lines
    // Pad with blanks, so the box does not move while filtering.
    let blanks = Array(
      repeating: OverlayBox.Line.empty, count: max(0, options.count - found.count))
    var box = OverlayBox(
      title: "\(title) · \(filterText)", lines: found + blanks,
      place: item == nil ? .middle : .atField,
      leastWidth: options.map { TerminalText.width(of: Self.text(of: $0)) + 2 }.max() ?? 0,
      selected: selected)
    for (line, option) in shown.enumerated() {
      // The name starts after two columns.
      box.marks[line] = letters(in: option).map { $0.lowerBound + 2..<$0.upperBound + 2 }
      if let letters = helpLetters(in: option) {
        let help = 2 + TerminalText.width(of: Self.text(of: option)) - option.markedHelp.count
        box.marks[line] = help + letters.lowerBound..<help + letters.upperBound
      }
    }
    return box
  }

  private static func text(of option: Option) -> String {
    let help = option.value == nil && !option.help.isEmpty ? "(\(option.help))" : option.markedHelp
    return help.isEmpty ? option.name : option.name.padded(to: 17) + help
  }
}
