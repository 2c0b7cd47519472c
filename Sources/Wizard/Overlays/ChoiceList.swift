package import Screen
package import SinkSpec

/// A list of a parameter's values with a filter.
package struct ChoiceList: WizardOverlay, Hashable {
  /// An option of the list; its value is nil for "not set".
  package struct Option: Hashable, Sendable {
    package let value: String?
    package let help: String
    /// The source of a value that the API reference lacks; nil for all others.
    package let newer: NewerSource?
    /// Names of the value in other tools, in lower case.
    let otherNames: [String]

    package init(
      value: String?, help: String, newer: NewerSource? = nil, otherNames: [String] = []
    ) {
      self.value = value
      self.help = help
      self.newer = newer
      self.otherNames = otherNames
    }

    /// The help, with a mark if the value is newer than the API reference.
    package var markedHelp: String { newer == nil ? help : "newer: " + help }

    /// The help as a sentence of the guide, with the newer source.
    package var guideHelp: String {
      newer.map { "\(help); listed in \($0.text), but not in the earlier one" } ?? help
    }

    /// The name of the value, as typed.
    package var name: String { Self.name(of: value) }

    /// Returns the name of a value, as typed: yes or no for a flag.
    package static func name(of value: String?) -> String {
      switch value {
      case nil: "not set"
      case "true": "yes"
      case "false": "no"
      case let value?: value
      }
    }
  }

  /// The item that the values are for; nil if they belong to no item.
  package let item: FormItem?
  package let title: String
  package let options: [Option]
  package private(set) var filter = ""
  package private(set) var selected: Int

  init(item: FormItem?, title: String, options: [Option], selected: Int = 0) {
    self.item = item
    self.title = title
    self.options = options
    self.selected = selected
  }

  /// The options that match the filter, best first: at the start of the name, elsewhere in it, or
  /// at the start of a name in other tools or of a word of the help.
  package var shown: [Option] {
    guard !filter.isEmpty else { return options }
    let found = options.map { (option: $0, rank: rank(of: $0)) }
    return (0...2).flatMap { rank in found.filter { $0.rank == rank }.map(\.option) }
  }

  private func rank(of option: Option) -> Int? {
    let offset = nameOffset(in: option)
    if offset == 0 { return 0 }
    guard option.value != nil else { return nil }
    if offset != nil { return 1 }
    let wanted = filter.lowercased()
    let isNamedElsewhere = option.otherNames.contains { $0.hasPrefix(wanted) }
    return isNamedElsewhere || helpOffset(in: option) != nil ? 2 : nil
  }

  /// Returns the range of the filter's match in an option's name, in characters.
  package func letters(in option: Option) -> Range<Int>? {
    filter.isEmpty ? nil : nameOffset(in: option).map { $0..<$0 + filter.count }
  }

  /// Returns the range of the filter's match in an option's help, in characters; nil if its name
  /// matches.
  package func helpLetters(in option: Option) -> Range<Int>? {
    guard !filter.isEmpty, option.value != nil, nameOffset(in: option) == nil else { return nil }
    return helpOffset(in: option).map { $0..<$0 + filter.count }
  }

  private func nameOffset(in option: Option) -> Int? {
    let name = option.name.lowercased()
    return name.firstRange(of: filter.lowercased())
      .map { name.distance(from: name.startIndex, to: $0.lowerBound) }
  }

  /// Returns the offset of the filter's first match at the start of a word of the help.
  private func helpOffset(in option: Option) -> Int? {
    let help = option.markedHelp.lowercased()
    let word = help.ranges(of: filter.lowercased()).first { range in
      range.lowerBound == help.startIndex
        || !help[help.index(before: range.lowerBound)].isLetterOrDigit
    }
    return word.map { help.distance(from: help.startIndex, to: $0.lowerBound) }
  }

  // MARK: Keys and mouse

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [.text("↑ ↓ choose"), .enter("accept"), .esc("close")]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    switch handle(key, page: wizard.layout.overlayHeight - 1) {
    case .unanswered: .stay
    case .cancelled: .close
    case .chosen(let option): choose(option)
    }
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    command == .accept ? chosenOption.map { choose($0) } ?? .stay : .stay
  }

  package mutating func click(option: Int, in wizard: Wizard) -> OverlayResponse {
    select(option)
    return perform(.accept, in: wizard)
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) { select(selected + steps) }

  package mutating func paste(_ text: String) { look(for: filter + text) }

  private func choose(_ option: Option) -> OverlayResponse {
    let item = item
    return .close { wizard in
      wizard.choose(option.value)
      if item?.fieldID == nil { wizard.focusNextItem() }
      return []
    }
  }

  /// Line mode prints the values with the question.
  package var isAnnouncement: Bool { true }

  // MARK: The list

  /// The result of a key in the list.
  enum Answer {
    case unanswered, cancelled
    case chosen(Option)
  }

  /// Handles a key, given the number of lines per page.
  mutating func handle(_ key: Key, page: Int) -> Answer {
    switch key {
    case .escape, .control("c"): return .cancelled
    // Text that matches no value is ignored; the filter line says so.
    case .enter, .tab: return chosenOption.map { .chosen($0) } ?? .unanswered
    case .down, .control("n"): select(selected + 1)
    case .up, .control("p"): select(selected - 1)
    case .pageDown: select(selected + page)
    case .pageUp: select(selected - page)
    case .home: select(0)
    case .end: select(options.count)
    case .backspace: look(for: String(filter.dropLast()))
    case .control("u"), .control("w"), .altBackspace: look(for: "")
    case .character(let character): look(for: filter + String(character))
    default: break
    }
    return .unanswered
  }

  var chosenOption: Option? {
    let shown = shown
    return shown.indices.contains(selected) ? shown[selected] : nil
  }

  /// Moves the selection to a visible line, or to the nearest one.
  mutating func select(_ line: Int) { selected = max(0, min(line, shown.count - 1)) }

  /// Filters by a text.
  private mutating func look(for text: String) {
    filter = text
    selected = 0
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
