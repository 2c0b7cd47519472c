import Screen
package import SinkSpec

/// The wizard as questions and answers, line by line: the same steps, values, checks and result.
///
/// It holds a ``Wizard`` and moves its focus from question to question, so that whatever the form
/// asks for is asked here too, and nothing is validated twice.
package struct PlainSession: Sendable {
  /// A question to come back to.
  struct Place {
    let step: Step
    let item: FormItem?
  }

  package internal(set) var wizard: Wizard
  /// Whether a text can be put on a clipboard.
  let hasClipboard: Bool
  /// What is to be printed before the next question.
  var lines: [String] = []
  /// The step whose title has been told.
  var printedStep: Step?
  /// The heading that has been told.
  var printedHeading: FormHeading?
  /// The question that has been told with its choices.
  var printedItem: FormItem?
  /// The parameters of columns whose choices have been told.
  var printedChoices: Set<Pointer> = []
  /// What has been told of the overlay.
  var printedOverlay: [String] = []
  /// Where to go back to, once what was jumped to is answered.
  var home: Place?
  /// A question that was answered with nothing although a value is required.
  private var requiresAnswer: FormItem?

  /// A session at the wizard's first question.
  ///
  /// - Parameters:
  ///   - wizard: what is asked for, and what is known already.
  ///   - hasClipboard: whether ``Effect/copy(_:)`` can be done.
  package init(_ wizard: Wizard, hasClipboard: Bool = false) {
    self.wizard = wizard
    self.hasClipboard = hasClipboard
    _ = self.wizard.handle(.resized(rows: 1000, columns: 200))
    lines = [
      "Enter keeps what stands in brackets. ? explains a question; /help lists all commands."
    ]
    if wizard.draft["/name"].isSet { lines.append("/step 5 goes to the review.") }
    if wizard.step == .schema { enter(.schema) }
    printNews()
  }

  /// What is to be printed now, line by line, before ``prompt``.
  package mutating func takeLines() -> [String] {
    defer { lines = [] }
    return lines
  }

  /// Whether something is under way that is not to be answered.
  package var isWaiting: Bool {
    wizard.overlay?.isWaiting == true
  }

  /// Whether the answer is a secret, which is not to be shown as it is typed.
  package var asksForSecret: Bool {
    wizard.overlay == nil && wizard.item.flatMap { wizard.parameter(of: $0) }?.isSecret == true
  }

  // MARK: What happens

  /// Takes a line that was typed, without its end.
  package mutating func answer(_ line: String) -> [Effect] {
    guard !line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      lines.append(
        "There are keys in this line that are no text, such as an arrow or Tab: nothing of it was taken. Type it again."
      )
      return []
    }
    let effects =
      wizard.overlay == nil ? answerQuestion(line) : answerOverlay(line)
    printNews()
    return effects
  }

  /// Takes what came of an effect.
  package mutating func handle(_ event: Event) -> [Effect] {
    let effects = wizard.handle(event)
    printNews()
    return effects
  }

  /// Tells the time, for what is rendered with it.
  package mutating func tick(_ now: Timestamp) { wizard.now = now }

  /// Asks what is under way to stop; otherwise leaves, after a question if something would be lost.
  package mutating func interrupt() -> [Effect] {
    if isWaiting { return wizard.handle(.command(.cancel)) }
    let effects = leave()
    printNews()
    return effects
  }

  /// What leaving without a question is: with the sink, if one was created.
  package var leaving: Effect { wizard.leaving }

  /// Leaves, after a question if something would be lost.
  mutating func leave() -> [Effect] {
    if wizard.overlay?.leave(in: wizard) == nil { wizard.closeOverlay() }
    return wizard.handle(.command(.leave))
  }

  private mutating func answerQuestion(_ line: String) -> [Effect] {
    switch PlainCommand.read(line) {
    case _ where line == "?": explain()
    case .command(let command, let argument): return perform(command, argument)
    // A secret may begin with anything, and is not to be shown in a sentence.
    case .unknown where asksForSecret: return answerQuestion(with: line)
    case .unknown:
      lines.append("\(line) is no command; /help lists them. /value \(line) takes it as a value.")
    case .value(let text): return answerQuestion(with: text)
    }
    return []
  }

  private mutating func answerQuestion(with text: String) -> [Effect] {
    guard let item = wizard.item else { return [] }
    switch item {
    case .issue, .action: return answerReview(text.trimmingBlanks)
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

  /// Takes a value for an item, and goes on unless there is something to say against it.
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

  /// Keeps what is there; what is required and missing is asked for once more.
  private mutating func keep(_ item: FormItem) {
    let isMissing =
      wizard.isRequired(item) && !wizard.draft.effective(wizard.pointer(of: item) ?? .root).isSet
      && item.fieldID == nil
    if isMissing, requiresAnswer != item {
      requiresAnswer = item
      lines.append("error: is required; Enter leaves it open for now.")
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
    wizard.act { wizard in
      wizard.addField(at: FieldPath(steps: [.position(wizard.draft.fields.count)]))
    }
    if let item = wizard.item { take(line, for: item) }
  }
}

extension Wizard {
  /// Does something as a key would, so that all that follows from it is brought up to date.
  mutating func act(_ change: (inout Wizard) -> Void) {
    let before = draft
    notice = nil
    requestPane.highlight([])
    change(&self)
    refresh(after: before)
  }
}
