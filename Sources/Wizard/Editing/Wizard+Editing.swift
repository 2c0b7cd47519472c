import SinkDraft
import SinkSpec

/// Changes to the focused value.
extension Wizard {
  /// Sets the value of the focused item as one undoable change.
  mutating func change(_ entry: Entry, in run: History.Run? = nil) {
    guard let item, entry != self.entry(of: item) else { return }
    history.record(snapshot, in: run, weight: self.entry(of: item).text.utf8.count)
    set(entry, of: item)
  }

  // MARK: Text

  /// Edits the text; consecutive edits of one run are undone together.
  mutating func edit(
    in run: ((FormItem) -> History.Run)? = nil, _ change: (inout LineEditor) -> Void
  ) {
    guard editing.editor != nil, let item else { return }
    guard let texts = editing.edit(change) else { return history.endRun() }
    history.record(snapshot, in: run?(item), weight: texts.before.utf8.count)
    set(texts.after.isEmpty ? .notSet : .text(texts.after), of: item)
  }

  /// Inserts a character; each word is a separate change.
  mutating func insert(_ character: Character) {
    let isNewWord = editing.editor?.isAfterBlank == true && !character.isWhitespace
    if isNewWord { history.endRun() }
    edit(in: History.Run.typing) { $0.insert(String(character)) }
  }

  mutating func useReference() {
    guard let item, let reference = parameter(of: item)?.defaultReference else { return }
    replace(with: reference)
  }

  /// The default or example to accept in the focused field; nil unless the field is empty.
  var suggestion: String? {
    guard editing.editor?.characters.isEmpty == true, let item else { return nil }
    let parameter = parameter(of: item)
    return parameter?.defaultReference ?? parameter?.suggestion
  }

  mutating func useSuggestion() { if let suggestion { replace(with: suggestion) } }

  /// Replaces the text of the focused field as one undoable change.
  mutating func replace(with text: String) {
    guard let item else { return }
    change(.text(text))
    editing.start(text, isSecret: parameter(of: item)?.isSecret == true)
  }

  /// Unsets the value; if it is an empty text field, toggles between unset and an empty string.
  mutating func setEmpty() {
    guard let item else { return }
    if editing.editor == nil {
      if options(of: item)?.first?.value == nil { change(.notSet) }
    } else if editing.editor?.text.isEmpty == true {
      change(entry(of: item) == .notSet ? .text("") : .notSet)
    } else {
      notice = .emptyFirst
    }
  }

  mutating func removeUnknownMember() {
    switch item {
    case .unknownMember(let pointer):
      history.record(snapshot)
      draft.removeUnknownMember(at: pointer)
    case .unknownColumnMember(let id, let name):
      guard let path = draft.path(of: id) else { return }
      history.record(snapshot)
      draft.update(at: path) { field in field.unknownMembers.removeAll { $0.name == name } }
    default: break
    }
  }
}
