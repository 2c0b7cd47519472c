import Screen
import SinkExport
import SinkSpec

extension Wizard {
  /// The keymap contexts of the current focus, innermost first.
  package var contexts: [Keymap.Context] {
    let isSearching = requestPane.hasFocus ? requestPane.search?.isTyping : columns.search?.isTyping
    if isSearching == true { return [.searching, .text, .everywhere] }
    if requestPane.hasFocus { return [.request, .everywhere] }
    let account: [Keymap.Context] = pickList == nil ? [] : [.account]
    if step == .review, canCheckAccount { return itemContexts + [.checking, .everywhere] }
    guard step == .schema else { return itemContexts + account + [.everywhere] }
    return itemContexts + (editing.editor == nil ? [.browsing] : []) + [.columns] + account
      + [.everywhere]
  }

  private var itemContexts: [Keymap.Context] {
    guard let item else { return [] }
    switch item {
    case .unknownMember, .unknownColumnMember: return [.unknownMember]
    case .issue, .action, .check, .addField, .importSchema, .sample: return [.button]
    case .field(_, let cell) where editing.editor != nil:
      return cell == .name || cell == .type ? [.field, .text] : [.text, .field]
    case .field(_, let member) where member.parameter.isFlag: return [.flag, .field]
    case .field: return [.choice, .field]
    case .columns, .parameter:
      let parameter = parameter(of: item)
      guard editing.editor != nil else { return [parameter?.isFlag == true ? .flag : .choice] }
      return parameter?.isSecret == true ? [.secret, .text] : [.text]
    }
  }

  /// Handles a key: performs its command or inserts its text.
  mutating func handle(_ key: Key) -> [Effect] {
    // These keys work in every overlay and at any screen size.
    if key == .control("z") { return [.suspend] }
    // Below the minimum size, accept only leaving and its confirmation.
    if layout.isTooSmall, !isAboutLeaving(key) { return [] }
    if case .paste(let text) = key {
      paste(text.inOneLine)
      return []
    }
    if key == .function(4) {
      turnMouse(on: !display.isMouseOn)
      return []
    }
    if overlay != nil { return updateOverlay { $0.handle(key, in: $1) } }
    if handleInRequestSearch(key) { return [] }
    if !requestPane.hasFocus, columns.search != nil, handleInSearch(key) { return [] }
    if let command = Keymap.command(for: key, in: contexts) { return handle(command) }
    if explain(key) { return [] }
    if case .character(let character) = key { type(character) }
    return []
  }

  /// Explains why a key that lists values elsewhere does nothing here.
  ///
  /// - Returns: Whether the key is one of these.
  private mutating func explain(_ key: Key) -> Bool {
    let isTyping = !requestPane.hasFocus && editing.editor != nil
    switch Keymap.command(for: key, in: [.account, .text, .choice]) {
    case .pick: _ = pick()
    case .choosePreset: notice = requestPane.hasFocus ? .requestHasFocus : .nothingToList
    case .chooseFromList where !isTyping && !requestPane.hasFocus: notice = .nothingToList
    default: return false
    }
    return true
  }

  /// Performs a command from a key, a click or line mode.
  mutating func handle(_ command: Command) -> [Effect] {
    if command == .suspend { return [.suspend] }
    if layout.isTooSmall, command != .leave { return [] }
    if overlay != nil { return performInOverlay(command) }
    if performInSearch(command) { return [] }
    if ![.nextChoice, .previousChoice].contains(command) { editing.setTypeAhead("") }
    return perform(command)
  }

  private mutating func performInOverlay(_ command: Command) -> [Effect] {
    updateOverlay { overlay, wizard in
      switch command {
      case .cancel: overlay.cancel(in: wizard)
      case .leave: overlay.leave(in: wizard) ?? .stay
      default: overlay.perform(command, in: wizard)
      }
    }
  }

  /// Performs a command while the search text is being typed.
  ///
  /// - Returns: Whether the search consumed the command.
  private mutating func performInSearch(_ command: Command) -> Bool {
    if requestPane.search?.isTyping == true { return performInRequestSearch(command) }
    return !requestPane.hasFocus && columns.search?.isTyping == true
      && performInColumnSearch(command)
  }

  private func isAboutLeaving(_ key: Key) -> Bool {
    guard let overlay else { return [.control("c"), .control("q")].contains(key) }
    return overlay.compactText != nil
  }

  private mutating func type(_ character: Character) {
    guard let item else { return }
    if !requestPane.hasFocus, editing.editor != nil {
      insert(character)
    } else if character == "?" {
      show(HelpPage())
    } else if requestPane.hasFocus {
      insertInRequest(String(character))
    } else if item == .addField, character.isLetter || character == "_" {
      appendField()
      insert(character)
    } else if options(of: item) != nil {
      jumpToChoice(character)
    }
  }

  /// Inserts pasted text into a text field, or selects the value that it names; never acts as a
  /// key.
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
    if editing.editor != nil { return edit { $0.insert(text) } }
    let named = options(of: item)?.first { $0.name == text }
    if let named { choose(named.value) }
  }

  private mutating func perform(_ command: Command) -> [Effect] {
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
    case .submit: return submit()
    case .pick: return pick()
    case .checkAccount: return checkAccount(withSecrets: true)
    case .refresh: return checkAccount(withSecrets: false)
    case .suspend: return [.suspend]
    case .help: show(HelpPage())
    case .inRequest(let move): self.move(move)
    case .togglePreview: togglePreview()
    case .toggleSample: toggleSample()
    case .toggleMouse: turnMouse(on: !display.isMouseOn)
    case .previewUp: scrollRequest(byPages: -1)
    case .previewDown: scrollRequest(byPages: 1)
    case .save: askForName(to: .save(.json))
    case .copy: return copy(.json)
    case .export: show(ExportList(files.exportForm))
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
    case .reveal: editing.toggleSecret()
    case .useReference: useReference()
    case .chooseVariable: openVariables()
    case .useSuggestion: useSuggestion()
    case .repair: applyRepair()
    case .choosePreset: openPresets()
    case .setEmpty: setEmpty()
    case .lineStart: edit { $0.moveToStart() }
    case .lineEnd: edit { $0.moveToEnd() }
    case .wordLeft: edit { $0.moveWordLeft() }
    case .wordRight: edit { $0.moveWordRight() }
    case .left: edit { $0.moveLeft() }
    case .right: if suggestion == nil { edit { $0.moveRight() } } else { useSuggestion() }
    case .deleteBackward: edit(in: History.Run.deleting) { $0.deleteBackward() }
    case .deleteForward: edit(in: History.Run.deleting) { $0.deleteForward() }
    case .deleteWord: edit { $0.deleteWordBackward() }
    case .deleteToStart: edit { $0.deleteToStart() }
    case .deleteToEnd: edit { $0.deleteToEnd() }
    case .yank: edit { $0.yank() }
    case .nextChoice: cycleChoice(by: 1)
    case .previousChoice: cycleChoice(by: -1)
    case .chooseFromList: openChoices()
    case .removeUnknownMember: removeUnknownMember()
    default: performOnField(command)
    }
  }
}

extension String {
  /// The text for a single-line field: surrounding line breaks dropped, inner ones become spaces.
  fileprivate var inOneLine: String {
    // Printable ASCII has no line breaks, and bytes are faster to check than characters.
    if TerminalText.isPrintableASCII(self) { return self }
    let text = drop(while: \.isNewline)
    let end = text.lastIndex { !$0.isNewline }.map { text.index(after: $0) } ?? text.endIndex
    return String(text[..<end].map { $0.isNewline ? " " : $0 })
  }
}
