import CloudflareAPI
import Screen
import SinkDraft
import SinkExport
import SinkSpec

/// The slash commands.
extension PlainSession {
  mutating func perform(_ command: PlainCommand, _ argument: String) -> [Effect] {
    switch command {
    case .help: printCommands()
    case .back: goBack()
    case .list: printWhatIsSet()
    case .issues:
      printIssues()
      if wizard.draftValidation.issueCount > 0 { lines.append("/issue NUMBER goes to one.") }
    case .issue: goToIssue(argument)
    case .request:
      lines += wizard.draftValidation.lines.all.map {
        String(repeating: "  ", count: $0.depth) + $0.text
      }
    case .step: goToStep(argument)
    case .undo: restore(.undo)
    case .redo: restore(.redo)
    case .finish: return wizard.handle(.command(.finish))
    case .quit: return leave()
    case .pick: return wizard.handle(.command(.pick))
    case .check: return checkAccount(argument)
    case .export: wizard.show(ExportList(wizard.files.exportForm))
    case .copy where hasClipboard: return wizard.handle(.command(.copy))
    case .copy: lines.append("No clipboard available; /request prints the request.")
    case .open: return askForFile(.open, argument)
    case .import: return askForFile(.importSchema, argument)
    case .sample: return askForFile(.sample, argument)
    case .save: return askForFile(.save(.json), argument)
    case .unset, .empty, .example, .value: performOnItem(command)
    case .env: readFromEnvironment(argument)
    case .preset: enterPreset(argument)
    case .repair: repair(argument)
    case .columns, .column, .insert, .duplicate, .delete, .up, .down, .in, .out, .details,
      .change, .event:
      performOnColumns(command, argument)
    }
    return []
  }

  private mutating func checkAccount(_ argument: String) -> [Effect] {
    guard ["", "keys"].contains(argument.lowercased()) else {
      lines.append("Type /check or /check keys.")
      return []
    }
    guard wizard.canCheckAccount else {
      if case .unavailable(let sentence) = wizard.settings.access {
        lines.append("The account cannot be read: \(sentence)")
      } else {
        lines.append("Nothing is checked in a preview.")
      }
      return []
    }
    var effects: [Effect] = []
    wizard.act { effects = $0.checkAccount(withSecrets: !argument.isEmpty) }
    lines.append("Checking the account …")
    return effects
  }

  /// Prints the checks when the last one is known.
  mutating func printChecks(after event: Event) {
    guard case .checked(_, _, isLast: true) = event, wizard.accountChecks != nil else { return }
    printChecklist()
  }

  /// Prints the checklist of the review, with the repairs of checks.
  mutating func printChecklist() {
    for line in wizard.checklist {
      lines.append("  \(line.status.word): \(line.subject) \(line.text)")
      guard let check = line.check.flatMap({ wizard.accountCheck(of: $0) }),
        let repair = check.repair
      else { continue }
      let label = SinkDescription.parameter(at: repair.pointer)?.label ?? repair.pointer.text
      let value = repair.value.isEmpty ? "no value" : repair.value
      lines.append("    Suggested \(label): \(value)")
    }
    let isUntested = [.keys, .catalogToken].contains { subject in
      wizard.accountCheck(of: subject)?.state == .notChecked
    }
    if isUntested { lines.append("/check keys tests them with one request.") }
    if wizard.canCheckAccount, wizard.accountChecks == nil {
      lines.append("/check checks the account.")
    }
  }

  private mutating func performOnItem(_ command: PlainCommand) {
    guard let item = wizard.item else { return }
    let isText = wizard.editableText(of: item) != nil
    switch (command, item) {
    case (.unset, .unknownMember), (.unset, .unknownColumnMember):
      perform(.removeUnknownMember)
      lines.append("Removed; /undo restores it.")
    case (.unset, .parameter), (.unset, .columns), (.unset, .field):
      change(item, to: .notSet)
      advance()
    case (.empty, _) where isText:
      change(item, to: .text(""))
      if !printIssues(of: item) { advance() }
    case (.example, _):
      let parameter = wizard.parameter(of: item)
      guard isText, let text = parameter?.defaultReference ?? parameter?.suggestion else {
        fallthrough
      }
      enter(text, for: item)
    default: lines.append("/\(command.rawValue) does not apply to this question.")
    }
  }

  /// Sets a secret to a reference to the named variable, or to its default variable.
  private mutating func readFromEnvironment(_ name: String) {
    guard let item = wizard.item, let parameter = wizard.parameter(of: item),
      let standard = parameter.defaultReference
    else {
      lines.append("/env does not apply to this question.")
      return
    }
    let reference = name.isEmpty ? standard : "${\(name)}"
    guard SecretReference(reference) != nil else {
      lines.append("Variable names contain only letters, digits and underscores.")
      return
    }
    let set = wizard.variables(for: parameter).filter { wizard.settings.environment.contains($0) }
    if name.isEmpty, !set.isEmpty, !set.contains(where: { "${\($0)}" == standard }) {
      lines.append("Variables that look like keys: \(set.joined(separator: ", ")).")
    }
    enter(reference, for: item)
  }

  private mutating func enterPreset(_ number: String) {
    let presets = wizard.item.flatMap { wizard.parameter(of: $0) }?.presets ?? []
    guard let item = wizard.item, let index = number.itemIndex(among: presets.count) else {
      lines.append(
        presets.isEmpty
          ? "/preset does not apply to this question."
          : "Type /preset and a number from 1 to \(presets.count).")
      return
    }
    enter(presets[index].value, for: item)
  }

  /// Repairs the value of the current question, or the issue with the given number.
  private mutating func repair(_ number: String) {
    let count = wizard.draftValidation.issueCount
    let item =
      number.isEmpty
      ? wizard.item : number.itemIndex(among: count).map { FormItem.issue($0) }
    guard let item, let (issue, repair) = wizard.repair(of: item) else {
      lines.append("No repair is known here.")
      return
    }
    wizard.act { $0.apply(repair, to: issue) }
    printedItem = nil
    if number.isEmpty, wizard.step != .review, !printIssues(of: wizard.item ?? item) { advance() }
  }

  /// Sets the value of an item and advances unless it is invalid.
  private mutating func enter(_ text: String, for item: FormItem) {
    change(item, to: .text(text))
    printMeaning(of: text, item)
    if !printIssues(of: item) { advance() }
  }

  /// Performs a command and discards its effects.
  mutating func perform(_ command: Command) { _ = wizard.handle(.command(command)) }

  private mutating func restore(_ command: Command) {
    returnPoint = nil
    let before = wizard.draft
    perform(command)
    printedItem = nil
    if wizard.draft != before, wizard.notice == nil {
      wizard.notice = command == .redo ? .redone : .undone
    }
  }

  private mutating func goToStep(_ argument: String) {
    guard let step = Int(argument).flatMap({ Step(rawValue: $0 - 1) }) else {
      lines.append("Type /step and a number from 1 to \(Step.allCases.count).")
      return
    }
    enter(step)
    printedStep = nil
  }

  private mutating func goToIssue(_ argument: String) {
    let count = wizard.draftValidation.issueCount
    guard let index = argument.itemIndex(among: count), let issue = wizard.reviewIssue(index) else {
      lines.append(
        count == 0 ? "No issues." : "Type /issue and a number from 1 to \(count).")
      return
    }
    jump { $0.go(to: issue.pointer) }
    printNews()
    printIssues(of: wizard.item ?? .addField)
  }

  /// Prompts for a file name, unless the command included one.
  private mutating func askForFile(
    _ purpose: FileNamePrompt.Purpose, _ name: String
  ) -> [Effect] {
    guard !name.isEmpty else {
      wizard.askForName(to: purpose)
      return []
    }
    wizard.show(FileNamePrompt(purpose: purpose, editing: name))
    return wizard.handle(.command(.accept))
  }

  // MARK: Printing

  /// Prints the help for the current question.
  mutating func explain() {
    if let item = wizard.item {
      lines += wizard.fieldHelp(item).map {
        $0.key.isEmpty ? $0.text : "  \($0.key): \($0.text)"
      }
      lines += presets(of: item) + helpBesides(item)
    }
    lines.append("/help lists all commands.")
  }

  private func presets(of item: FormItem) -> [String] {
    let presets = wizard.parameter(of: item)?.presets ?? []
    return presets.enumerated().map { "  /preset \($0 + 1) enters \($1.value): \($1.help)" }
  }

  /// Returns additional help: for items that are not parameters, or the first file's name.
  private func helpBesides(_ item: FormItem) -> [String] {
    switch item {
    case .addField:
      ["Type the name of a column; its type and whether it is required come next."]
    case .unknownMember, .unknownColumnMember:
      ["It stays in the request until /unset removes it."]
    case .issue, .action, .check: ["A sink cannot be changed after creation, only replaced."]
    case .parameter where wizard.step != .sink && wizard.step != .schema:
      ["\(wizard.firstWritten.label): \(wizard.firstWritten.text)"]
    default: []
    }
  }

  private mutating func printCommands() {
    lines.append("Lines that start with a slash are commands; all others are answers.")
    let isAtColumns = wizard.step == .schema
    lines += PlainCommand.allCases.filter { isAtColumns || !$0.isAboutColumns }.map {
      "  \($0.usage): \($0.help)"
    }
    if !isAtColumns { lines.append("Step 4 has more commands for columns.") }
  }

  private mutating func printWhatIsSet() {
    for parameter in SinkDescription.asked where wizard.draft.applies(parameter) {
      let entry = wizard.draft.effective(parameter.pointer)
      guard entry.isSet else { continue }
      let label = "Step \(Step.holding(parameter.pointer).number), \(parameter.label)"
      lines.append("\(label): \(shown(entry, .parameter(parameter.pointer)))")
    }
    lines += wizard.draft.unknownMembers.map { "\($0.pointer) \($0.reason.predicate)" }
    lines += columnsInShort
    lines.append(issueCounts.map { "\($0); /issues lists them" } ?? "No issues.")
  }

  /// The issue counts, such as `2 errors, 1 note`; nil if there are no issues.
  var issueCounts: String? {
    let counts = [Severity.error, .warning, .note].compactMap {
      Wizard.count(wizard.draftValidation.count($0), $0.rawValue)
    }
    return counts.isEmpty ? nil : counts.joined(separator: ", ")
  }

  /// Prints all issues, numbered, most severe first.
  mutating func printIssues() {
    let count = wizard.draftValidation.issueCount
    for index in 0..<min(count, Self.manyLines) {
      guard let issue = wizard.reviewIssue(index) else { continue }
      let name = wizard.name(of: issue)
      lines.append("  \(index + 1) \(issue.severity.rawValue): \(name): \(issue.message)")
    }
    if count > Self.manyLines {
      lines.append("  and \(Count.of(count - Self.manyLines, "other"))")
    }
    if count == 0 { lines.append("No issues.") }
  }

  /// The maximum number of lines printed of a list.
  static let manyLines = 100
}
