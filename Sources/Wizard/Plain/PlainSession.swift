import Screen
import SinkDraft
package import SinkSpec

/// The wizard in line mode: the same steps, values, validation and result, in the form of questions
/// and answers.
///
/// It holds a ``Wizard`` and moves its focus from question to question, so prompts and validation
/// are those of the form.
package struct PlainSession: Sendable {
  /// A question to return to.
  struct ReturnPoint {
    let step: Step
    let item: FormItem?
  }

  package internal(set) var wizard: Wizard
  /// Whether ``Effect/copy(_:)`` is supported.
  let hasClipboard: Bool
  /// The lines to print before the next prompt.
  var lines: [String] = []
  /// The step whose title was printed last.
  var printedStep: Step?
  /// The heading that was printed last.
  var printedHeading: FormHeading?
  /// The item whose choices were printed last.
  var printedItem: FormItem?
  /// The column parameters whose choices have been printed.
  var printedChoices: Set<Pointer> = []
  /// The lines printed for the current overlay.
  var printedOverlay: [String] = []
  /// The question to return to after the answer to the current one.
  var returnPoint: ReturnPoint?
  /// The required item that was left empty once; a second empty answer skips it.
  private var requiresAnswer: FormItem?

  /// Creates a session at the wizard's first question.
  ///
  /// - Parameters:
  ///   - wizard: The wizard, which may already have values.
  ///   - hasClipboard: Whether ``Effect/copy(_:)`` is supported.
  package init(_ wizard: Wizard, hasClipboard: Bool = false) {
    self.wizard = wizard
    self.hasClipboard = hasClipboard
    _ = self.wizard.handle(.resized(rows: 1000, columns: 200))
    lines = [
      "Enter keeps the value in brackets. ? explains a question; /help lists all commands."
    ]
    if wizard.isInSandbox {
      lines.append("This is a rehearsal: sinks are created in the sandbox only.")
    }
    if wizard.draft["/name"].isSet { lines.append("/step 5 goes to the review.") }
    if wizard.step == .schema { enter(.schema) }
    printNews()
  }

  /// Returns and clears the lines to print before ``prompt``.
  package mutating func takeLines() -> [String] {
    defer { lines = [] }
    return lines
  }

  /// Whether an operation is in progress, so there is nothing to answer.
  package var isWaiting: Bool {
    wizard.overlay?.isWaiting == true
  }

  /// Whether the answer is a secret, which must not be echoed.
  package var asksForSecret: Bool {
    wizard.overlay == nil && wizard.item.flatMap { wizard.parameter(of: $0) }?.isSecret == true
  }

  // MARK: Input and events

  /// Handles an input line, without its line break.
  package mutating func answer(_ line: String) -> [Effect] {
    guard !line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      lines.append(
        "The line contains control characters, such as an arrow key or Tab, and was ignored. Type it again."
      )
      return []
    }
    let effects =
      wizard.overlay == nil ? answerQuestion(line) : answerOverlay(line)
    printNews()
    return effects
  }

  /// Handles the result of an effect.
  package mutating func handle(_ event: Event) -> [Effect] {
    let effects = wizard.handle(event)
    printChecks(after: event)
    printNews()
    return effects
  }

  /// Updates the time that is used to render patterns.
  package mutating func tick(_ now: Timestamp) { wizard.now = now }

  /// Cancels the operation in progress; otherwise leaves, with confirmation if input would be lost.
  package mutating func interrupt() -> [Effect] {
    if isWaiting {
      let effects = wizard.handle(.command(.cancel))
      if !isWaiting { printNews() }
      return effects
    }
    let effects = leave()
    printNews()
    return effects
  }

  /// The effect of leaving without confirmation: with the sink, if one was created.
  package var leaving: Effect { wizard.leaving }

  /// Leaves, with confirmation if input would be lost.
  mutating func leave() -> [Effect] {
    if wizard.overlay?.leave(in: wizard) == nil { wizard.closeOverlay() }
    return wizard.handle(.command(.leave))
  }

  private mutating func answerQuestion(_ line: String) -> [Effect] {
    switch PlainCommand.read(line) {
    case _ where line == "?": explain()
    case .command(let command, let argument): return perform(command, argument)
    // A secret may start with a slash, and must not be printed.
    case .unknown where asksForSecret: return answerQuestion(with: line)
    case .unknown:
      lines.append(
        "\(line) is not a command; /help lists them. /value \(line) enters it as a value.")
    case .value(let text): return answerQuestion(with: text)
    }
    return []
  }

  private mutating func answerQuestion(with text: String) -> [Effect] {
    guard let item = wizard.item else { return [] }
    switch item {
    case .issue, .action, .check: return answerReview(text.trimmingBlanks)
    case .addField: answerAddField(text)
    case .unknownMember, .unknownColumnMember:
      if text.isEmpty {
        advance()
      } else {
        lines.append("Enter keeps it as it is; /unset removes it.")
      }
    default: take(text, for: item)
    }
    return []
  }

  /// Sets the value of an item and advances unless the value is invalid.
  private mutating func take(_ line: String, for item: FormItem) {
    if line.isEmpty { return keep(item) }
    requiresAnswer = nil
    if let options = wizard.options(of: item) {
      switch Choosing(line.trimmingBlanks, of: options) {
      case .option(let option):
        change(item, to: option.value.map { .text($0) } ?? .notSet)
        if option.name != line { lines.append("That is \(option.name).") }
      case .problem(let sentence): return lines.append(sentence)
      }
    } else {
      change(item, to: .text(line))
      printMeaning(of: line, item)
    }
    if !printIssues(of: item) { advance() }
  }

  /// Keeps the current value; repeats the question once if a required value is missing.
  private mutating func keep(_ item: FormItem) {
    let isMissing =
      wizard.isRequired(item) && !wizard.draft.effective(wizard.pointer(of: item) ?? .root).isSet
      && item.fieldID == nil
    if isMissing, requiresAnswer != item {
      requiresAnswer = item
      lines.append("error: is required; press Enter again to skip it for now.")
    } else {
      requiresAnswer = nil
      advance()
    }
  }

  mutating func change(_ item: FormItem, to entry: Entry) {
    wizard.act { wizard in
      wizard.change(entry)
      wizard.touch(item)
      wizard.focus(item)
    }
  }

  private mutating func answerAddField(_ line: String) {
    guard !line.isEmpty else { return advance() }
    wizard.act { $0.appendField() }
    if let item = wizard.item { take(line, for: item) }
  }
}

extension Wizard {
  /// Applies a change like a key would, updating all derived state.
  mutating func act(_ change: (inout Wizard) -> Void) {
    let before = draft
    notice = nil
    requestPane.highlight([])
    change(&self)
    refresh(after: before)
  }
}
