import SinkSpec
import Surface

extension Wizard {
  /// The value that an item has among its options; nil when it is not set.
  package func chosenValue(of item: FormItem) -> String? {
    if case .text(let text) = entry(of: item) { text } else { nil }
  }

  mutating func cycleChoice(by offset: Int) {
    guard let item, let options = options(of: item) else { return }
    let current = options.firstIndex { $0.value == chosenValue(of: item) }
    let next = current.map { ($0 + offset + options.count) % options.count } ?? 0
    choose(options[next].value)
  }

  mutating func choose(_ value: String?, in run: History.Run? = nil) {
    change(value.map { .text($0) } ?? .notSet, in: run)
  }

  /// Jumps to the first value that begins with the letters typed so far, or holds them.
  mutating func jumpToChoice(_ character: Character) {
    guard let item, let options = options(of: item) else { return }
    let names = options.map { Self.typedName(of: $0, of: item) }
    let letter = character.lowercased()
    let current = options.firstIndex { $0.value == chosenValue(of: item) } ?? -1
    // The same letter again goes on to the next value that begins with it.
    if typeahead == letter, !names.contains(where: { $0.hasPrefix(letter + letter) }) {
      let after = names.indices.map { ($0 + current + 1) % names.count }
      if let next = after.first(where: { names[$0].hasPrefix(letter) }) {
        return choose(options[next].value, in: .choosing(item))
      }
    }
    for letters in [typeahead + letter, letter] {
      guard
        let index = names.firstIndex(where: { $0.hasPrefix(letters) })
          ?? names.firstIndex(where: { $0.contains(letters) })
      else { continue }
      typeahead = letters
      return choose(options[index].value, in: .choosing(item))
    }
  }

  /// What a value is called when it is typed: a switch is yes or no.
  package static func typedName(of option: ChoiceList.Option, of item: FormItem) -> String {
    switch option.value {
    case nil: "not set"
    case "true": "yes"
    case "false": "no"
    case let value?: value
    }
  }

  mutating func openChoices() {
    guard let item, let options = options(of: item) else { return }
    var list = ChoiceList(
      item: item, title: parameter(of: item)?.label ?? "", options: options)
    list.selected = options.firstIndex { $0.value == chosenValue(of: item) } ?? 0
    overlay = .choices(list)
  }

  // MARK: Overlays

  mutating func handleInOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .help(let scroll):
      let count = helpLines.reduce(0) { $0 + $1.wrapped(width: layout.boxWidth).count }
      if isClosing(key) {
        overlay = nil
      } else {
        overlay = .help(scroll: scrolled(key, scroll, count))
      }
    case .report(var report):
      let count = report.wrapped(width: layout.boxWidth).count
      report.scroll = scrolled(key, report.scroll, count)
      overlay = isClosing(key) ? nil : .report(report)
    case .choices(let list): handle(key, in: list)
    case .marked(let list): handle(key, inMarked: list)
    case .exports(let list): return handle(key, in: list)
    case .confirm(let question): return handle(key, for: question)
    case .submitting(let submitting): return handle(key, while: submitting)
    case .verdict(let verdict): return handle(key, in: verdict)
    case .result(let scroll): return handleInResult(key, scroll: scroll)
    case .fileName(let prompt): return handle(key, in: prompt)
    case .sampling(let reading): return handle(key, while: reading)
    case .proposal(let review): handle(key, in: review)
    case .drafts(let list): return handle(key, in: list)
    case nil: break
    }
    return []
  }

  private func isClosing(_ key: Key) -> Bool {
    switch key {
    case .escape, .enter, .function(1), .character("q"), .control("c"), .control("q"): true
    default: false
    }
  }

  /// The first line that is shown of so many after a key; the last line is never above the end.
  func scrolled(_ key: Key, _ scroll: Int, _ count: Int) -> Int {
    let page = max(1, layout.overlayHeight - 1)
    let next =
      switch key {
      case .down: scroll + 1
      case .up: scroll - 1
      case .pageDown, .character(" "): scroll + page
      case .pageUp: scroll - page
      case .home: 0
      case .end: count
      default: scroll
      }
    return max(0, min(next, count - layout.overlayHeight))
  }

  private mutating func handle(_ key: Key, in list: ChoiceList) {
    overlay = list.after(key, page: layout.overlayHeight - 1).map { .choices($0) }
    guard [.enter, .tab].contains(key), list.shown.indices.contains(list.selected) else { return }
    choose(list.shown[list.selected].value)
    if list.item?.fieldID == nil { goOn() }
  }

  private mutating func handle(_ key: Key, for question: Question) -> [Effect] {
    switch key {
    case .character("y"), .character("Y"):
      overlay = nil
      return answerYes(to: question)
    case .character("n"), .character("N"), .escape:
      overlay = nil
      if case .overwrite(_, let form) = question.subject { askForName(to: .save(form)) }
    case .control("c"), .control("q"):
      // Asked to leave twice in a row.
      overlay = nil
      if question.subject == .leave { return [leaving] }
    default: break
    }
    return []
  }

  private mutating func answerYes(to question: Question) -> [Effect] {
    switch question.subject {
    case .finishWithErrors:
      [.finish(payload: payload, errorCount: judgement.count(.error))]
    case .leave: [leaving]
    case .submit: startSubmitting()
    case .overwrite(let name, let form): [save(form, to: name, overwriting: true)]
    }
  }
}
