package import SinkSpec
import Surface

/// The wizard as questions and answers, line by line: the same steps, values, checks and result.
///
/// It holds a ``Wizard`` and moves its focus from question to question, so that whatever the form
/// asks for is asked here too, and nothing is judged twice.
package struct Dialogue: Sendable {
  package internal(set) var wizard: Wizard
  /// What is to be printed before the next question.
  var lines: [String] = []
  /// The step whose title has been told.
  var toldStep: Step?
  /// The heading that has been told.
  var toldHeading: String?
  /// The parameters of columns whose choices have been told.
  var toldChoices: Set<Pointer> = []
  /// A question that was answered with nothing although a value is required.
  private var insistsOn: FormItem?

  /// A dialogue at the wizard's first question.
  package init(_ wizard: Wizard) {
    self.wizard = wizard
    _ = self.wizard.handle(.resized(rows: 1000, columns: 200))
    lines = [
      "Enter keeps what stands in brackets. ? explains a question; /help lists all commands."
    ]
    tellNews()
  }

  /// What is to be printed now, line by line, before ``prompt``.
  package mutating func takeLines() -> [String] {
    defer { lines = [] }
    return lines
  }

  /// Whether something is under way that is not to be answered.
  package var isWaiting: Bool {
    switch wizard.overlay {
    case .submitting, .sampling: true
    default: false
    }
  }

  /// Whether the answer is a secret, which is not to be shown as it is typed.
  package var asksForSecret: Bool {
    wizard.overlay == nil && wizard.item.flatMap { wizard.parameter(of: $0) }?.isSecret == true
  }

  // MARK: What happens

  /// Takes a line that was typed, without its end.
  package mutating func answer(_ line: String) -> [Effect] {
    let effects =
      wizard.overlay == nil ? answerQuestion(line) : answerOverlay(line)
    tellNews()
    return effects
  }

  /// Takes what came of an effect.
  package mutating func handle(_ event: Event) -> [Effect] {
    let before = wizard.overlay
    let effects = wizard.handle(event)
    if wizard.overlay != before || wizard.notice != nil { tellNews() }
    return effects
  }

  /// Tells the time, for what is rendered with it.
  package mutating func tick(_ now: Timestamp) { wizard.now = now }

  /// Asks what is under way to stop.
  package mutating func interrupt() -> [Effect] { wizard.handle(.key(.escape)) }

  private mutating func answerQuestion(_ line: String) -> [Effect] {
    if let (command, argument) = PlainCommand.read(line) { return perform(command, argument) }
    guard let item = wizard.item else { return [] }
    switch item {
    case .issue, .action: return answerReview(line)
    case .addField: answerAddField(line)
    case .stray, .fieldStray: if line.isEmpty { advance() } else { lines.append(Self.keepsOnly) }
    default: take(line, for: item)
    }
    return []
  }

  private static let keepsOnly = "Enter keeps it as it is; /unset removes it."

  /// Takes a value for an item, and goes on unless there is something to say against it.
  private mutating func take(_ line: String, for item: FormItem) {
    if line.isEmpty { return keep(item) }
    insistsOn = nil
    if let options = wizard.options(of: item) {
      guard let option = Self.option(line, of: options, item) else {
        lines.append("There is no choice \(line); type a number or a name.")
        return
      }
      change(item, to: option.value.map { .text($0) } ?? .notSet)
    } else {
      change(item, to: .text(line))
      if let meaning = wizard.parameter(of: item).flatMap({ Quantity.meaning(of: line, for: $0) }) {
        lines.append("That is \(meaning).")
      }
    }
    if !tellIssues(of: item) { advance() }
  }

  /// Keeps what is there; what is required and missing is asked for once more.
  private mutating func keep(_ item: FormItem) {
    let isMissing =
      wizard.isRequired(item) && !wizard.draft.effective(wizard.pointer(of: item) ?? .root).isSet
      && item.fieldID == nil
    if isMissing, insistsOn != item {
      insistsOn = item
      lines.append("error: is required; Enter leaves it open for now.")
    } else {
      insistsOn = nil
      advance()
    }
  }

  mutating func change(_ item: FormItem, to entry: Entry) {
    wizard.act { wizard in
      wizard.change(entry)
      wizard.tell(item)
      wizard.focus(item)
    }
  }

  /// The option that a line names: by its number, its name, or the beginning of its name.
  private static func option(
    _ line: String, of options: [ChoiceList.Option], _ item: FormItem
  ) -> ChoiceList.Option? {
    if let number = Int(line) {
      let first = options.first?.value == nil ? 0 : 1
      return options.indices.contains(number - first) ? options[number - first] : nil
    }
    let names = options.map { Wizard.typedName(of: $0, of: item) }
    if let index = names.firstIndex(of: line.lowercased()) { return options[index] }
    let beginning = names.indices.filter { names[$0].hasPrefix(line.lowercased()) }
    return beginning.count == 1 ? options[beginning[0]] : nil
  }

  private mutating func answerAddField(_ line: String) {
    guard !line.isEmpty else { return advance() }
    wizard.act { wizard in
      wizard.addField(at: FieldPath(steps: [.position(wizard.draft.fields.count)]))
    }
    if let item = wizard.item { take(line, for: item) }
  }

  // MARK: Going on and back

  /// To the next question.
  mutating func advance() {
    wizard.act { wizard in
      switch wizard.item {
      case .field(let id, let cell)?:
        if let next = wizard.nextCell(after: cell, of: id) {
          wizard.focus(next)
        } else {
          wizard.acceptField()
        }
      case .fieldStray?: wizard.moveFocus(by: 1)
      case .addField?:
        wizard.focus(.sample)
        wizard.goOn()
      default: wizard.goOn()
      }
    }
    wizard.notice = nil
  }

  /// To the question before, in an earlier step if need be.
  mutating func goBack() {
    wizard.act { wizard in
      repeat {
        let here = wizard.item
        wizard.moveFocus(by: -1)
        guard wizard.item == here else { continue }
        guard let previous = wizard.step.previous else { return }
        wizard.enter(previous)
        wizard.rows = wizard.makeRows()
        wizard.focus(wizard.rows.lastItem)
      } while [.importSchema, .sample].contains(wizard.item)
    }
    wizard.notice = nil
  }
}

extension Wizard {
  /// Does something as a key would, so that all that follows from it is brought up to date.
  mutating func act(_ change: (inout Wizard) -> Void) {
    let before = draft
    notice = nil
    changed = []
    change(&self)
    refresh(after: before)
  }

  /// The next part of a column that is asked for; nil after the last one.
  fileprivate func nextCell(after cell: FormItem.Cell, of id: Int) -> FormItem? {
    guard let path = draft.path(of: id), let field = draft.field(at: path) else { return nil }
    // Enter on a new column without a name ends the list.
    if field.isUntouched, id == newField { return nil }
    let cells =
      FormRow.FieldRow(field: field, path: path).cells
      + (folding.detailed == id ? [.metadataKey, .sqlName] : [])
    guard let index = cells.firstIndex(of: cell), cells.indices.contains(index + 1) else {
      return nil
    }
    return .field(id, cells[index + 1])
  }
}
