package import Screen
package import SinkSpec

/// A list of the changes that apply to all marked columns.
package struct MarkedColumnChanges: WizardOverlay, Hashable {
  package private(set) var list: ChoiceList

  init(title: String) {
    list = ChoiceList(
      item: nil, title: title,
      options: MarkedChange.all.map { .init(value: $0.name, help: $0.help) })
  }

  package func footer(in wizard: Wizard) -> [FooterItem] { list.footer(in: wizard) }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    switch list.handle(key, page: wizard.layout.overlayHeight - 1) {
    case .unanswered: .stay
    case .cancelled: .close
    case .chosen(let option): perform(option)
    }
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    command == .accept ? list.chosenOption.map { perform($0) } ?? .stay : .stay
  }

  package mutating func click(option: Int, in wizard: Wizard) -> OverlayResponse {
    if list.selected == option { return perform(.accept, in: wizard) }
    list.select(option)
    return .stay
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) {
    list.turnWheel(by: steps, in: wizard)
  }

  package mutating func paste(_ text: String) { list.paste(text) }

  private func perform(_ option: ChoiceList.Option) -> OverlayResponse {
    guard let change = MarkedChange.all.first(where: { $0.name == option.value }) else {
      return .stay
    }
    return .close { wizard in
      wizard.changeMarked(change)
      return []
    }
  }

  // MARK: Line mode

  package func plainLines(in wizard: Wizard) -> [String] {
    list.options.enumerated().map { index, option in
      let help = option.help.isEmpty ? "" : ": \(option.help)"
      return "  \(index + 1) \(option.name)\(help)"
    }
  }

  package func plainPrompt(hasClipboard: Bool) -> String { "Number, or Enter to go back: " }

  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse {
    guard !line.isEmpty else { return .accepted(.close) }
    switch Choosing(line, of: list.options) {
    case .problem(let sentence): return .problem(sentence)
    case .option(let option): return .accepted(perform(option))
    }
  }
}

/// A change to all marked columns.
package enum MarkedChange: Hashable, Sendable {
  case required(Entry)
  case delete
  /// Sets the type.
  case type(ColumnType)

  /// All changes, in display order.
  static let all: [MarkedChange] =
    [.required(.text("true")), .required(.text("false")), .required(.notSet), .delete]
    + ColumnType.known.map { .type($0) }

  /// The name of the change, which the filter matches.
  var name: String {
    switch self {
    case .required(.text("true")): "required yes"
    case .required(.text): "required no"
    case .required: "required not set"
    case .delete: "delete"
    case .type(let type): "type \(type.name)"
    }
  }

  var help: String {
    switch self {
    case .required(.text("true")): "every event must have them"
    case .required(.text): "events may lack them"
    case .required: "the service's default"
    case .delete: "removes them from the schema"
    case .type(let type):
      SchemaFieldDescription.type.choices.first { $0.value == type.name }?.help ?? ""
    }
  }
}
