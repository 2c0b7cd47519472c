import SinkExport
import SinkSpec
import Surface

/// What is answered instead of a value.
extension Dialogue {
  mutating func perform(_ command: PlainCommand, _ argument: String) -> [Effect] {
    switch command {
    case .help: explain()
    case .back: goBack()
    case .list: tellWhatIsSet()
    case .request:
      lines += wizard.judgement.lines.all.map {
        String(repeating: "  ", count: $0.depth) + $0.text
      }
    case .step: goToStep(argument)
    case .undo: press(.control("_"))
    case .redo: press(.alt("_"))
    case .finish: return wizard.handle(.key(.control("x")))
    case .quit: return wizard.handle(.key(.control("q")))
    case .export: wizard.overlay = .exports(ExportList())
    case .open: return askForFile(.open, argument)
    case .import: return askForFile(.importSchema, argument)
    case .sample: return askForFile(.sample, argument)
    case .save: return askForFile(.save(.json), argument)
    case .unset, .empty, .env, .delete, .details: performOnItem(command)
    }
    return []
  }

  private mutating func performOnItem(_ command: PlainCommand) {
    guard let item = wizard.item else { return }
    let isText = wizard.editableText(of: item) != nil
    switch (command, item) {
    case (.unset, .stray), (.unset, .fieldStray): press(.delete)
    case (.unset, .parameter), (.unset, .columns), (.unset, .field):
      change(item, to: .notSet)
      advance()
    case (.empty, _) where isText:
      change(item, to: .text(""))
      if !tellIssues(of: item) { advance() }
    case (.env, _) where wizard.parameter(of: item)?.defaultReference != nil:
      press(.alt("r"))
      advance()
    case (.delete, .field): press(.function(8))
    case (.details, .field(let id, _)):
      wizard.act { $0.folding.detailed = id }
      lines.append("The metadata key and the SQL name are asked for after the rest.")
    default: lines.append("/\(command.rawValue) means nothing here.")
    }
  }

  private mutating func press(_ key: Key) { _ = wizard.handle(.key(key)) }

  private mutating func goToStep(_ argument: String) {
    guard let step = Int(argument).flatMap({ Step(rawValue: $0 - 1) }) else {
      lines.append("Type /step and a number from 1 to \(Step.allCases.count).")
      return
    }
    wizard.act { wizard in
      wizard.enter(step)
      wizard.rows = wizard.makeRows()
      wizard.focus(wizard.rows.firstItem)
    }
  }

  /// Asks for a file as the form does; a name that was given answers at once.
  private mutating func askForFile(
    _ purpose: FileNamePrompt.Purpose, _ name: String
  ) -> [Effect] {
    wizard.overlay = .fileName(FileNamePrompt(purpose: purpose, editor: LineEditor(name)))
    return name.isEmpty ? [] : wizard.handle(.key(.enter))
  }

  private mutating func explain() {
    if let item = wizard.item {
      lines += wizard.fieldHelp(item).map {
        $0.key.isEmpty ? $0.text : "  \($0.key): \($0.text)"
      }
      if let parameter = wizard.parameter(of: item) { toldChoices.remove(parameter.pointer) }
    }
    lines.append("Commands:")
    lines += PlainCommand.allCases.map { command in
      "  /\(command.rawValue)\(command.argument.map { " \($0)" } ?? ""): \(command.help)"
    }
  }

  private mutating func tellWhatIsSet() {
    for parameter in SinkDescription.asked where wizard.draft.applies(parameter) {
      let item = FormItem.parameter(parameter.pointer)
      let entry = wizard.draft.effective(parameter.pointer)
      if entry.isSet { lines.append("\(parameter.label): \(shown(entry, item))") }
    }
    lines += wizard.draft.strays.map { "\($0.pointer), from a file" }
    if let count = Wizard.count(wizard.draft.fields.count, "column") {
      lines.append("\(count): \(wizard.draft.fields.map(\.words).joined(separator: ", "))")
    }
    let counts = [Severity.error, .warning, .note].compactMap {
      Wizard.count(wizard.judgement.count($0), $0.rawValue)
    }
    lines.append(counts.isEmpty ? "Nothing is wrong." : counts.joined(separator: ", "))
  }
}

extension SchemaField {
  /// The column with its type and what is inside it, such as `user struct (id int64)`.
  fileprivate var words: String {
    let inside = isStruct ? Array(children) : isList ? item : []
    let own = [name.text, type.text].filter { !$0.isEmpty }.joined(separator: " ")
    return inside.isEmpty
      ? own : "\(own) (\(inside.map(\.words).joined(separator: ", ")))"
  }
}
