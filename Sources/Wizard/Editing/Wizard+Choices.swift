import Screen
import SinkSpec

extension Wizard {
  /// Returns the selected option of an item; nil if it is not set.
  package func chosenValue(of item: FormItem) -> String? {
    if case .text(let text) = entry(of: item) { text } else { nil }
  }

  mutating func cycleChoice(by offset: Int) {
    guard let item, let options = options(of: item) else { return }
    // A required value changes only to another value; Backspace clears it.
    let values = isRequired(item) ? options.filter { $0.value != nil } : options
    let current = values.firstIndex { $0.value == chosenValue(of: item) }
    let end = offset > 0 ? 0 : values.count - 1
    let next = current.map { ($0 + offset + values.count) % values.count } ?? end
    choose(values[next].value)
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
    let letters = editing.typeAhead + letter
    let containing = options.first { $0.name.contains(letters) }
    if let option = Self.option(startingWith: letters, among: options) ?? containing {
      editing.setTypeAhead(letters)
      return choose(option.value, in: .choosing(item))
    }
    // After a single letter, another letter starts a new word. A longer word that matches nothing
    // must not select a value that its last letter happens to match.
    if editing.typeAhead.count < 2, let option = Self.option(startingWith: letter, among: options) {
      editing.setTypeAhead(letter)
      return choose(option.value, in: .choosing(item))
    }
    editing.setTypeAhead(letters)
    notice = .noChoice(letters)
  }

  /// Returns the first option whose name starts with the letters, or else whose name in another
  /// tool does.
  private static func option(
    startingWith letters: String, among options: [ChoiceList.Option]
  ) -> ChoiceList.Option? {
    options.first { $0.name.hasPrefix(letters) }
      ?? options.first { $0.otherNames.contains { $0.hasPrefix(letters) } }
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
