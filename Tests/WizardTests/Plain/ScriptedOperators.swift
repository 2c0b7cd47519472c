import Screen
import SinkDraft
import SinkSpec
import TestSupport

@testable import Wizard

/// Answers a session's prompts from a payload, up to the review.
struct LinePlayer {
  let tree: PayloadTree
  var transcript = PlainTranscript(account: "0123") { $0.showsSecrets = true }
  private var answered: FormItem?

  init(_ tree: PayloadTree) { self.tree = tree }

  mutating func play() {
    var count = 0
    while transcript.wizard.step != .review, let item = transcript.wizard.item, count < 2000 {
      count += 1
      let isAgain = item == answered
      answered = item
      switch item {
      case .addField:
        let columns = tree["/schema/fields"].map { $0.count } ?? 0
        answered = nil
        let next = Pointer("/schema/fields").appending(transcript.draft.fields.count).appending(
          "name")
        transcript.answer(
          transcript.draft.fields.count < columns ? tree[next]?.typed?.asValue ?? "" : "")
        if transcript.draft.fields.count < columns { answered = transcript.wizard.item }
      case .columns:
        transcript.answer(tree["/schema/fields"] == .array([]) ? "empty" : "")
      case .field(let id, _) where transcript.wizard.columns.folding.detailed != id:
        answered = nil
        transcript.answer("/details")
      default:
        let value = transcript.wizard.pointer(of: item).flatMap { tree[$0]?.typed }
        // After a rejected answer, the prompt appears once more.
        if isAgain { transcript.answer("") } else { answer(item, value) }
      }
    }
  }

  private mutating func answer(_ item: FormItem, _ value: String?) {
    guard let value else {
      let isSet = transcript.wizard.entry(of: item).isSet
      return transcript.answer(isSet ? "/unset" : "")
    }
    transcript.answer(transcript.wizard.options(of: item) == nil ? value.asValue : value)
  }
}

/// Types a payload into the form.
struct KeyPlayer {
  let tree: PayloadTree
  var wizard: Wizard

  init(_ tree: PayloadTree) {
    self.tree = tree
    var settings = Wizard.Settings()
    settings.showsSecrets = true
    wizard = Wizard(account: "0123", now: PlainTranscript.now, settings: settings)
    _ = wizard.handle(.resized(rows: 40, columns: 120))
  }

  mutating func play() {
    for step in [Step.sink, .destination, .format] {
      press(.alt(Character("\(step.number)")))
      typeParameters()
    }
    press(.alt("4"))
    go(to: .addField)
    if case .array(let columns)? = tree["/schema/fields"], !columns.isEmpty {
      press(.enter)
      typeColumns(at: "/schema/fields")
    }
    go(to: .sample)
    press(.tab)
    typeParameters()
  }

  mutating func press(_ key: Key) { _ = wizard.handle(.key(key)) }

  private mutating func go(to item: FormItem) {
    for _ in 0..<2000 where wizard.item != item { press(.tab) }
  }

  /// Types values from the focus to the last field of the step.
  private mutating func typeParameters() {
    while let item = wizard.item {
      if item == .columns {
        if tree["/schema/fields"] == .array([]) { choose("empty") }
      } else if let pointer = wizard.pointer(of: item) {
        type(tree[pointer]?.typed)
      }
      press(.tab)
      if wizard.item == item { break }
    }
  }

  private mutating func type(_ value: String?) {
    guard let item = wizard.item else { return }
    guard wizard.options(of: item) == nil else { return choose(value) }
    guard let value else { return }
    if wizard.editing.editor != nil { press(.control("u")) }
    for character in value { press(.character(character)) }
  }

  private mutating func choose(_ value: String?) {
    guard let item = wizard.item else { return }
    press(.backspace)
    for _ in 0..<20 where wizard.chosenValue(of: item) != value { press(.right) }
  }

  /// Types the columns of a list, whose first column has just been added.
  private mutating func typeColumns(at pointer: Pointer) {
    for position in 0..<(tree[pointer]?.count ?? 0) {
      guard let id = wizard.item?.fieldID else { return }
      typeColumn(id, at: pointer.appending(position))
      guard position + 1 < (tree[pointer]?.count ?? 0) else { return }
      while wizard.item != .field(id, .name) { press(.backTab) }
      press(.function(7))
    }
  }

  private mutating func typeColumn(_ id: Int, at pointer: Pointer) {
    press(.function(6))
    var passed: Set<FormItem> = []
    while let item = wizard.item, item.fieldID == id, passed.insert(item).inserted {
      if case .field(_, let cell) = item { type(tree[pointer.appending(cell.key)]?.typed) }
      press(.tab)
    }
    let type = tree[pointer.appending("type")]
    if type == .literal("\"list\""), let item = wizard.item?.fieldID {
      typeColumn(item, at: pointer.appending("items"))
    } else if let inside = tree[pointer.appending("fields")], inside.count > 0 {
      while wizard.item?.fieldID != id { press(.backTab) }
      press(.enter)
      typeColumns(at: pointer.appending("fields"))
    }
  }
}

extension PayloadTree {
  var count: Int { if case .array(let elements) = self { elements.count } else { 0 } }
}

extension String {
  /// Returns the text to type so that it is read as a value.
  fileprivate var asValue: String { hasPrefix("/") || hasPrefix(" ") ? "/value " + self : self }
}
