import SinkSpec
import Surface

/// What is said before a question, and the question itself.
extension Dialogue {
  /// The question, without an end of line.
  package var prompt: String {
    if let overlay = wizard.overlay { return prompt(of: overlay) }
    switch wizard.item {
    case .addField?: return "Name of a new column, or Enter to go on: "
    case .issue?, .action?: return reviewPrompt
    case .stray?, .fieldStray?:
      let pointer = wizard.item.flatMap { wizard.pointer(of: $0) }
      return "\(pointer?.text ?? "") came from a file and is not in the reference [kept]: "
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
    let isNew = item.fieldID != nil && item.fieldID == wizard.newField
    if isNew, case .field(_, .name) = item { return "\(place(of: item))name, or Enter to end: " }
    let need = wizard.isRequired(item) ? "required" : "optional"
    let value = entry.isSet ? shown(entry, item) : parameter.whenOmitted
    let bracket = value.isEmpty ? "" : entry.isSet ? " [\(value)]" : " [left out: \(value)]"
    let kind = parameter.isFlag ? " yes or no," : ""
    return "\(place(of: item))\(parameter.label),\(kind) \(need)\(bracket): "
  }

  /// Which column a question is about, such as `user › id: `; empty outside the columns.
  private func place(of item: FormItem) -> String {
    guard let id = item.fieldID, let path = wizard.draft.path(of: id) else { return "" }
    var names: [String] = []
    for count in path.steps.indices {
      let part = FieldPath(steps: Array(path.steps[...count]))
      let name = wizard.draft.field(at: part)?.name.text ?? ""
      let number = part.position.map { "column \($0 + 1)" } ?? "each item"
      names.append(name.isEmpty ? number : name)
    }
    return names.joined(separator: " › ") + ": "
  }

  /// A value as it is shown: secrets are not.
  func shown(_ entry: Entry, _ item: FormItem) -> String {
    guard wizard.parameter(of: item)?.isSecret == true else {
      if entry == .text("") { return "empty text" }
      switch (entry.text, wizard.parameter(of: item)?.isFlag) {
      case ("true", true): return "yes"
      case ("false", true): return "no"
      case (let text, _): return text
      }
    }
    return SecretReference(entry.text).map { "from $\($0.name)" } ?? "set"
  }

  // MARK: News

  /// Tells what is new since the last question.
  mutating func tellNews() {
    if let notice = wizard.notice { lines.append(Self.withoutKeys(notice)) }
    wizard.notice = nil
    guard wizard.overlay == nil else { return tellOverlay() }
    if wizard.step != toldStep {
      toldStep = wizard.step
      toldHeading = nil
      lines += ["", "Step \(wizard.step.number) of \(Step.allCases.count): \(wizard.step.title)"]
      if wizard.step == .review { return tellReview() }
      if wizard.step == .schema, !wizard.draft.fields.isEmpty, wizard.item?.fieldID != nil {
        lines.append("/step 5 goes on without asking about each column again.")
      }
    }
    guard let item = wizard.item, wizard.step != .review else { return }
    tellHeading(of: item)
    tellChoices(of: item)
    if case .field(_, .type) = item, let evidence = wizard.focusedEvidence {
      lines.append("Seen: \(evidence.sentence)")
    }
  }

  private mutating func tellHeading(of item: FormItem) {
    guard let row = wizard.row(of: item) else { return }
    for place in (0...row).reversed() {
      guard case .heading(let heading) = wizard.rows[place] else { continue }
      if heading != toldHeading { lines.append("-- \(heading)") }
      return toldHeading = heading
    }
  }

  /// Tells the choices of an item, those of a column the first time only.
  private mutating func tellChoices(of item: FormItem) {
    guard let parameter = wizard.parameter(of: item), !parameter.isFlag,
      item.fieldID == nil || toldChoices.insert(parameter.pointer).inserted
    else { return }
    lines += choices(of: item)
  }

  /// The choices of an item, numbered.
  func choices(of item: FormItem) -> [String] {
    guard let options = wizard.options(of: item) else { return [] }
    let first = options.first?.value == nil ? 0 : 1
    return options.enumerated().map { index, option in
      let help = option.help.isEmpty ? "" : ": \(option.help)"
      return "  \(index + first) \(Wizard.typedName(of: option, of: item))\(help)"
    }
  }

  /// Tells what is wrong with an item's value.
  ///
  /// - Returns: whether something in it is an error, so that it is asked for again.
  mutating func tellIssues(of item: FormItem) -> Bool {
    let issues = wizard.spokenIssues(at: item)
    lines += issues.map { "\($0.severity.rawValue): \($0.message)" }
    guard issues.contains(where: { $0.severity == .error }) else { return false }
    lines.append("Type it again, or Enter to leave it so for now.")
    return true
  }

  /// A notice of the form in words for a dialogue, which has no keys.
  private static func withoutKeys(_ notice: String) -> String {
    notice.replacing("Ctrl-_ takes it back", with: "/undo takes it back")
  }

  // MARK: Review

  private mutating func tellReview() {
    let count = wizard.judgement.issueCount
    for place in 0..<min(count, 100) {
      guard let issue = wizard.reviewIssue(place) else { continue }
      let pointer = issue.pointer == .root ? "the request" : issue.pointer.text
      lines.append("  \(place + 1) \(issue.severity.rawValue): \(pointer): \(issue.message)")
    }
    if count > 100 { lines.append("  and \(Count.of(count - 100, "other"))") }
    if count == 0 { lines.append("Nothing is wrong.") }
    lines.append("/request prints the request.")
  }

  private var reviewPrompt: String {
    let number = wizard.judgement.issueCount > 0 ? "the number of an issue to go to it, " : ""
    let submit = wizard.settings.target == .none ? "" : "submit, "
    return "\(number)\(submit)finish, save, export or leave: "
  }

  mutating func answerReview(_ line: String) -> [Effect] {
    if let number = Int(line), wizard.reviewIssue(number - 1) != nil {
      wizard.act { wizard in
        if let issue = wizard.reviewIssue(number - 1) { wizard.go(to: issue.pointer) }
      }
      return []
    }
    let actions: [ReviewAction] = [.submit, .finish, .save, .export, .leave]
    guard let action = actions.first(where: { $0.rawValue == line.lowercased() }) else {
      if !line.isEmpty { lines.append("There is no answer \(line).") }
      return []
    }
    wizard.act { $0.focus(.action(action)) }
    return wizard.handle(.key(.enter))
  }
}
