import Surface

/// A list of a parameter's values with a filter.
package struct ChoiceList: Hashable, Sendable {
  /// A line of the list: a value, or nil for "not set".
  package struct Option: Hashable, Sendable {
    package let value: String?
    package let help: String

    package init(value: String?, help: String) {
      self.value = value
      self.help = help
    }
  }

  /// What the values are for; nil when they are no item's.
  package let item: FormItem?
  package let title: String
  package let options: [Option]
  package var filter = ""
  package var selected = 0

  /// The options that the filter leaves: those that begin with its letters, then those that hold them.
  package var shown: [Option] {
    let found = options.map { (option: $0, place: place(in: $0)) }
    return found.filter { $0.place == 0 }.map(\.option)
      + found.filter { $0.place ?? 0 > 0 && $0.option.value != nil }.map(\.option)
  }

  /// What an option is called.
  package func name(of option: Option) -> String {
    item.map { Wizard.typedName(of: option, of: $0) } ?? option.value ?? ""
  }

  /// Where the filter's letters stand in the name of an option, counted in characters.
  package func letters(in option: Option) -> Range<Int>? {
    guard !filter.isEmpty, let start = place(in: option) else { return nil }
    return start..<start + filter.count
  }

  private func place(in option: Option) -> Int? {
    let name = name(of: option).lowercased()
    guard !filter.isEmpty else { return 0 }
    return name.firstRange(of: filter.lowercased())
      .map { name.distance(from: name.startIndex, to: $0.lowerBound) }
  }

  /// The list after a key; nil when it is closed.
  ///
  /// The `page`: how many lines are seen at once.
  func after(_ key: Key, page: Int) -> ChoiceList? {
    var list = self
    switch key {
    case .escape, .control("c"): return nil
    // What has no value is not accepted: the filter says so.
    case .enter, .tab: return shown.isEmpty ? self : nil
    case .down, .control("n"): list.select(selected + 1)
    case .up, .control("p"): list.select(selected - 1)
    case .pageDown: list.select(selected + page)
    case .pageUp: list.select(selected - page)
    case .home: list.select(0)
    case .end: list.select(options.count)
    case .backspace: list.look(for: String(filter.dropLast()))
    case .control("u"), .control("w"), .altBackspace: list.look(for: "")
    case .character(let character): list.look(for: filter + String(character))
    default: break
    }
    return list
  }

  /// Gives the focus to a line of those shown, or to the nearest there is.
  mutating func select(_ line: Int) { selected = max(0, min(line, shown.count - 1)) }

  /// Shows the values that have a text in their names.
  mutating func look(for text: String) {
    filter = text
    selected = 0
  }
}
