import Screen
import SinkDraft
import SinkSpec

/// Prompts, and the lines printed before them.
extension PlainSession {
  /// The prompt, without a line break.
  package var prompt: String {
    if let overlay = wizard.overlay { return overlay.plainPrompt(hasClipboard: hasClipboard) }
    switch wizard.item {
    case .addField?: return "Name of a new column, or Enter to continue: "
    case .issue?, .action?, .check?: return reviewPrompt
    case .unknownMember?, .unknownColumnMember?:
      let pointer = wizard.item.flatMap { wizard.pointer(of: $0) }
      let reason = wizard.item.flatMap { wizard.unplacedValue($0) } ?? .unknown
      return "\(pointer?.text ?? "") \(reason.predicate) [kept]: "
    case let item?: return question(about: item)
    case nil: return "/help lists all commands: "
    }
  }

  private func question(about item: FormItem) -> String {
    guard let parameter = wizard.parameter(of: item) else { return "" }
    let entry =
      if case .parameter(let pointer) = item { wizard.draft.effective(pointer) } else {
        wizard.entry(of: item)
      }
    let path = item.fieldID.flatMap { wizard.draft.path(of: $0) }
    if let path, case .field(let id, .name) = item, id == wizard.columns.newColumn, !entry.isSet {
      return "Name of \(name(of: path)), or Enter to end: "
    }
    let location = path.map { "\(name(of: $0)): " } ?? ""
    let need = wizard.isRequired(item) ? "required" : "optional"
    let value = entry.isSet ? shown(entry, item) : parameter.whenOmitted
    let bracket = value.isEmpty ? "" : entry.isSet ? " [\(value)]" : " [default: \(value)]"
    let kind = parameter.isFlag ? " yes or no," : ""
    return "\(location)\(parameter.label),\(kind) \(need)\(bracket): "
  }

  /// Returns a value for display, with secrets hidden.
  func shown(_ entry: Entry, _ item: FormItem) -> String {
    guard wizard.parameter(of: item)?.isSecret == true else {
      if entry == .text("") { return "empty text" }
      if let pointer = wizard.pointer(of: item), entry.mayHoldSecret(at: pointer) {
        return "not shown"
      }
      guard wizard.parameter(of: item)?.isFlag == true else { return entry.text }
      return ChoiceList.Option.name(of: entry.text)
    }
    if case .text(let text) = entry, let reference = SecretReference(text) {
      return "from $\(reference.name)"
    }
    return entry == .text("") ? "empty text" : "set"
  }

  // MARK: Printing

  /// Prints everything that has changed since the last prompt.
  mutating func printNews() {
    if let notice = wizard.notice { lines.append(notice.text(for: .lines)) }
    wizard.notice = nil
    guard wizard.overlay == nil else { return printOverlay() }
    if !printedOverlay.isEmpty {
      printedOverlay = []
      printedItem = nil
    }
    printStep()
    guard let item = wizard.item, wizard.step != .review, item != printedItem else { return }
    printedItem = item
    printHeading(of: item)
    printChoices(of: item)
    if case .field(_, .type) = item, let evidence = wizard.focusedEvidence {
      lines.append("Seen: \(evidence.sentence)")
    }
  }

  private mutating func printStep() {
    guard wizard.step != printedStep else { return }
    printedStep = wizard.step
    printedHeading = nil
    printedItem = nil
    lines += ["", "Step \(wizard.step.number) of \(Step.allCases.count): \(wizard.step.title)"]
    if wizard.step == .review { return printReview() }
    guard wizard.step == .schema, !columnsInShort.isEmpty else { return }
    lines += columnsInShort + ["/column and a name or number edits one."]
    if let wrong = wizard.columnIssueCounts {
      lines.append("In the columns: \(wrong); /issues lists them.")
    }
  }

  private mutating func printHeading(of item: FormItem) {
    guard let row = wizard.row(of: item), let heading = wizard.rows.heading(above: row) else {
      return
    }
    if heading != printedHeading, !heading.repeatsStepTitle {
      lines.append("Section: \(heading.title)")
    }
    printedHeading = heading
  }

  /// Prints an item's choices; those of column parameters only once.
  private mutating func printChoices(of item: FormItem) {
    guard let parameter = wizard.parameter(of: item), !parameter.isFlag,
      item.fieldID == nil || printedChoices.insert(parameter.pointer).inserted
    else { return }
    lines += choices(of: item)
  }

  /// Returns the numbered choices of an item.
  func choices(of item: FormItem) -> [String] {
    let options = wizard.options(of: item) ?? []
    let first = options.first?.value == nil ? 0 : 1
    return options.enumerated().map { index, option in
      let help = option.markedHelp.isEmpty ? "" : ": \(option.markedHelp)"
      return "  \(index + first) \(option.name)\(help)"
    }
  }

  /// Prints how a text was interpreted, like the note next to a field on the screen.
  mutating func printMeaning(of text: String, _ item: FormItem) {
    guard let parameter = wizard.parameter(of: item) else { return }
    switch parameter.kind {
    case .bytes, .seconds:
      if let meaning = Quantity.meaning(of: text, for: parameter) {
        lines.append("That is \(meaning).")
      }
    case .timePattern:
      if let now = TimePattern(text).render(at: wizard.now) {
        lines.append("Right now that is \(now).")
      }
    case .secret:
      guard let reference = SecretReference(text) else {
        lines.append("That is \(Count.of(text.count, "character")).")
        break
      }
      let isThere = wizard.settings.environment.contains(reference.name)
      lines.append("From $\(reference.name)\(isThere ? "." : ", which is not set.")")
    default: break
    }
    if text.hasPrefix(" ") || text.hasSuffix(" ") {
      lines.append("It starts or ends with a space.")
    }
    if let known = wizard.knownValue(of: item) {
      lines.append("\(parameter.label): \(known.text).")
    }
  }

  /// Prints the issues of an item's value.
  ///
  /// - Returns: Whether there is an error, so the question repeats.
  @discardableResult
  mutating func printIssues(of item: FormItem) -> Bool {
    let issues = wizard.spokenIssues(at: item)
    lines += issues.map { "\($0.severity.rawValue): \($0.message)" }
    if let repair = wizard.repair(of: item)?.repair {
      let isSecret = wizard.parameter(of: item)?.isSecret == true
      lines.append("/repair: \(repair.words(isSecret: isSecret)).")
    }
    guard issues.contains(where: { $0.severity == .error }) else { return false }
    lines.append("Type it again, or press Enter to keep it for now.")
    return true
  }

  // MARK: Review

  private mutating func printReview() {
    lines.append(wizard.summary)
    printChecklist()
    printIssues()
    if let needs = wizard.submissionNeeds, wizard.settings.target != .none {
      lines.append("Creating the sink \(needs).")
    }
    lines.append("\(wizard.firstWritten.label): \(wizard.firstWritten.text)")
    lines.append("/list prints the values, /request the request.")
  }

  private var reviewActions: [ReviewAction] {
    ReviewAction.allCases.filter { action in
      switch action {
      case .submit: wizard.settings.target != .none
      case .copy: hasClipboard
      default: true
      }
    }
  }

  private var reviewPrompt: String {
    let number = wizard.draftValidation.issueCount > 0 ? ["the number of an issue to go to it"] : []
    let words = number + reviewActions.map(\.word)
    return words.dropLast().joined(separator: ", ") + " or \(words.last ?? ""): "
  }

  mutating func answerReview(_ line: String) -> [Effect] {
    if line.itemIndex(among: wizard.draftValidation.issueCount) != nil {
      return perform(.issue, line)
    }
    guard let action = reviewActions.first(where: { $0.isNamed(line) }) else {
      if !line.isEmpty { lines.append("Invalid answer \"\(line)\".") }
      return []
    }
    wizard.act { $0.focus(.action(action)) }
    return wizard.handle(.command(action.command))
  }
}
