import SinkExport
import SinkSpec
import Surface

extension Wizard {
  /// Where the focus is, for the keymap: the nearest context first.
  package var contexts: [Keymap.Context] {
    let isSearching = requestPane.hasFocus ? requestPane.search?.isTyping : columns.search?.isTyping
    if isSearching == true { return [.searching, .text, .everywhere] }
    if requestPane.hasFocus { return [.request, .everywhere] }
    guard step == .schema else { return itemContexts + [.everywhere] }
    return itemContexts + (editor == nil ? [.browsing] : []) + [.columns, .everywhere]
  }

  private var itemContexts: [Keymap.Context] {
    guard let item else { return [] }
    switch item {
    case .stray, .fieldStray: return [.stray]
    case .issue, .action, .addField, .importSchema, .sample: return [.button]
    case .field(_, let cell) where editor != nil:
      return cell == .name || cell == .type ? [.field, .text] : [.text, .field]
    case .field(_, .required): return [.flag, .field]
    case .field: return [.choice, .field]
    case .columns, .parameter:
      let parameter = parameter(of: item)
      guard editor != nil else { return [parameter?.isFlag == true ? .flag : .choice] }
      return parameter?.isSecret == true ? [.secret, .text] : [.text]
    }
  }

  mutating func handle(_ key: Key) -> [Effect] {
    // Whatever is open, and however small the screen.
    if key == .control("z") { return [.suspend] }
    // What cannot be seen is not typed at: only leaving, and the question that it asks.
    if layout.isTooSmall, !isAboutLeaving(key) { return [] }
    if case .paste(let text) = key {
      paste(text.inOneLine)
      return []
    }
    if key == .function(4) {
      turnMouse(on: !isMouseOn)
      return []
    }
    if overlay != nil { return updateOverlay { $0.handle(key, in: $1) } }
    if handleInRequestSearch(key) { return [] }
    if !requestPane.hasFocus, columns.search != nil, handleInSearch(key) { return [] }
    if let command = Keymap.command(for: key, in: contexts) {
      if ![.nextChoice, .previousChoice].contains(command) { typeahead = "" }
      return perform(command)
    }
    if case .character(let character) = key { type(character) }
    return []
  }

  private func isAboutLeaving(_ key: Key) -> Bool {
    guard let overlay else { return [.control("c"), .control("q")].contains(key) }
    return overlay.compactText != nil
  }

  private mutating func type(_ character: Character) {
    guard let item else { return }
    if !requestPane.hasFocus, editor != nil {
      insert(character)
    } else if character == "?" {
      show(HelpPage())
    } else if requestPane.hasFocus {
      insertInRequest(String(character))
    } else if options(of: item) != nil {
      jumpToChoice(character)
    }
  }

  /// Pasted text goes where text is typed, and chooses the value that it names; nowhere is it a key.
  private mutating func paste(_ text: String) {
    if overlay != nil {
      _ = updateOverlay { overlay, _ in
        overlay.paste(text)
        return .stay
      }
      return
    }
    if requestPane.hasFocus { return insertInRequest(text) }
    if columns.search?.isTyping == true { return look { $0.insert(text) } }
    guard let item else { return }
    if editor != nil { return edit { $0.insert(text) } }
    let named = options(of: item)?.first { Self.typedName(of: $0, of: item) == text }
    if let named { choose(named.value) }
  }

  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .nextItem: moveFocus(by: 1)
    case .previousItem: moveFocus(by: -1)
    case .accept: return accept()
    case .nextStep: if let next = step.next { enter(next) }
    case .previousStep: if let previous = step.previous { enter(previous) }
    case .goTo(let step): enter(step)
    case .undo: undo()
    case .redo: redo()
    case .finish: return finish()
    case .leave: return leave()
    case .suspend: return [.suspend]
    case .help: show(HelpPage())
    case .inRequest(let move): self.move(move)
    case .togglePreview: togglePreview()
    case .toggleSample: toggleSample()
    case .toggleMouse: turnMouse(on: !isMouseOn)
    case .previewUp: scrollRequest(byPages: -1)
    case .previewDown: scrollRequest(byPages: 1)
    case .save: askForName(to: .save(.json))
    case .copy: return copy(.json)
    case .export: show(ExportList())
    case .open: askForName(to: .open)
    case .importSchema: askForName(to: .importSchema)
    case .sample: askForName(to: .sample)
    case .search: startSearch()
    case .nextIssue: goToIssue(by: 1)
    case .previousIssue: goToIssue(by: -1)
    case .foldAll: foldAll()
    case .mark: mark()
    case .markAll: markAll()
    case .changeMarked: askAboutMarked()
    case .pageUp: movePage(by: -1)
    case .pageDown: movePage(by: 1)
    default: performOnItem(command)
    }
    return []
  }

  private mutating func performOnItem(_ command: Command) {
    switch command {
    case .reveal: isSecretRevealed.toggle()
    case .useReference: useReference()
    case .setEmpty: setEmpty()
    case .lineStart: edit { $0.moveToStart() }
    case .lineEnd: edit { $0.moveToEnd() }
    case .wordLeft: edit { $0.moveWordLeft() }
    case .wordRight: edit { $0.moveWordRight() }
    case .left: edit { $0.moveLeft() }
    case .right: edit { $0.moveRight() }
    case .deleteBackward: edit(in: History.Run.deleting) { $0.deleteBackward() }
    case .deleteForward: edit(in: History.Run.deleting) { $0.deleteForward() }
    case .deleteWord: edit { $0.deleteWordBackward() }
    case .deleteToStart: edit { $0.deleteToStart() }
    case .deleteToEnd: edit { $0.deleteToEnd() }
    case .nextChoice: cycleChoice(by: 1)
    case .previousChoice: cycleChoice(by: -1)
    case .chooseFromList: openChoices()
    case .removeStray: removeStray()
    default: performOnField(command)
    }
  }

  /// Puts what the operator gave for the focused item; one more change that can be taken back.
  mutating func change(_ entry: Entry, in run: History.Run? = nil) {
    guard let item, entry != self.entry(of: item) else { return }
    history.record(moment, in: run, weight: self.entry(of: item).text.utf8.count)
    set(entry, of: item)
  }

  // MARK: Text

  /// Changes the text under edit; changes of one run in a row are taken back together.
  private mutating func edit(
    in run: ((FormItem) -> History.Run)? = nil, _ change: (inout LineEditor) -> Void
  ) {
    guard var edited = editor, let item else { return }
    let before = edited.text
    change(&edited)
    editor = edited
    guard edited.text != before else { return history.endRun() }
    history.record(moment, in: run?(item), weight: before.utf8.count)
    set(edited.text.isEmpty ? .notSet : .text(edited.text), of: item)
  }

  /// Types a character; each word is a change of its own.
  private mutating func insert(_ character: Character) {
    let isNewWord = editor?.isAfterBlank == true && !character.isWhitespace
    if isNewWord { history.endRun() }
    edit(in: History.Run.typing) { $0.insert(String(character)) }
  }

  private mutating func useReference() {
    guard let item, let reference = parameter(of: item)?.defaultReference else { return }
    change(.text(reference))
    editor = LineEditor(reference)
  }

  /// An empty text is sent as such only when asked for; otherwise emptied means left out.
  private mutating func setEmpty() {
    guard let item else { return }
    if editor == nil {
      if options(of: item)?.first?.value == nil { change(.notSet) }
    } else if editor?.text.isEmpty == true {
      change(entry(of: item) == .notSet ? .text("") : .notSet)
    } else {
      notice = .emptyFirst
    }
  }

  private mutating func removeStray() {
    switch item {
    case .stray(let pointer):
      history.record(moment)
      draft.removeStray(at: pointer)
    case .fieldStray(let id, let name):
      guard let path = draft.path(of: id) else { return }
      history.record(moment)
      draft.update(at: path) { field in field.strays.removeAll { $0.name == name } }
    default: break
    }
  }
}

extension String {
  /// The text as a field takes it: line breaks around it are dropped, each inside is a space.
  fileprivate var inOneLine: String {
    let text = drop(while: \.isNewline)
    let end = text.lastIndex { !$0.isNewline }.map { text.index(after: $0) } ?? text.endIndex
    return String(text[..<end].map { $0.isNewline ? " " : $0 })
  }
}
