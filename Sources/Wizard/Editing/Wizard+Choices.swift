import Screen
import SinkSpec

extension Wizard {
  /// Returns the selected option of an item; nil if it is not set.
  package func chosenValue(of item: FormItem) -> String? {
    if case .text(let text) = entry(of: item) { text } else { nil }
  }

  mutating func cycleChoice(by offset: Int) {
    guard let item, let options = options(of: item) else { return }
    let current = options.firstIndex { $0.value == chosenValue(of: item) }
    let next = current.map { ($0 + offset + options.count) % options.count } ?? 0
    choose(options[next].value)
  }

  mutating func choose(_ value: String?, in run: History.Run? = nil) {
    change(value.map { .text($0) } ?? .notSet, in: run)
  }

  /// Jumps to the first value that starts with, or contains, the letters typed so far.
  mutating func jumpToChoice(_ character: Character) {
    guard let item, let options = options(of: item) else { return }
    let names = options.map(\.name)
    let letter = character.lowercased()
    let current = options.firstIndex { $0.value == chosenValue(of: item) } ?? -1
    // Repeating a letter moves to the next value that starts with it.
    if editing.typeAhead == letter, !names.contains(where: { $0.hasPrefix(letter + letter) }) {
      let after = names.indices.map { ($0 + current + 1) % names.count }
      if let next = after.first(where: { names[$0].hasPrefix(letter) }) {
        return choose(options[next].value, in: .choosing(item))
      }
    }
    for letters in [editing.typeAhead + letter, letter] {
      guard
        let index = names.firstIndex(where: { $0.hasPrefix(letters) })
          ?? names.firstIndex(where: { $0.contains(letters) })
      else { continue }
      editing.setTypeAhead(letters)
      return choose(options[index].value, in: .choosing(item))
    }
  }

  /// Lists the common values of the focused text or number.
  mutating func openPresets() {
    guard let item, let parameter = parameter(of: item) else { return }
    guard !parameter.presets.isEmpty else {
      notice = .noPresets
      return
    }
    let options =
      [ChoiceList.Option(value: nil, help: parameter.whenOmitted)]
      + parameter.presets.map {
        ChoiceList.Option(value: $0.value, help: $0.help)
      }
    show(
      ChoiceList(
        item: item, title: parameter.label, options: options,
        selected: options.firstIndex { $0.value == chosenValue(of: item) } ?? 0))
  }

  mutating func openChoices() {
    guard let item, let options = options(of: item) else { return }
    show(
      ChoiceList(
        item: item, title: parameter(of: item)?.label ?? "", options: options,
        selected: options.firstIndex { $0.value == chosenValue(of: item) } ?? 0))
  }
}
