import Screen

/// A single-line text editor with shell key bindings; positions are grapheme clusters.
package struct LineEditor: Hashable, Sendable {
  package private(set) var text: String
  package private(set) var characters: [Character] {
    didSet { text = text(in: characters.indices) }
  }
  /// The insertion point, in characters.
  package private(set) var cursor: Int
  /// The text most recently removed by ``deleteToStart()``, ``deleteToEnd()`` or
  /// ``deleteWordBackward()``.
  package private(set) var killed: String

  /// Creates an editor with the cursor at the end of a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - killed: The text that ``yank()`` inserts.
  package init(_ text: String = "", killed: String = "") {
    self.text = text
    characters = Array(text)
    cursor = characters.count
    self.killed = killed
  }

  /// Whether the character before the cursor is a blank.
  package var isAfterBlank: Bool { cursor > 0 && characters[cursor - 1].isWhitespace }
  package var beforeCursor: String { text(in: 0..<cursor) }

  /// Returns the text of some characters; `String(characters)` would take several times as long.
  package func text(in range: Range<Int>) -> String {
    characters[range].reduce(into: "") { $0.append($1) }
  }

  /// Inserts text at the cursor; a combining mark joins the preceding character.
  package mutating func insert(_ inserted: String) {
    // Of ASCII, only line breaks join their neighbours.
    if TerminalText.isPrintableASCII(text), TerminalText.isPrintableASCII(inserted) {
      characters.insert(contentsOf: inserted, at: cursor)
      cursor += inserted.utf8.count
      return
    }
    let head = Array(beforeCursor + inserted)
    let tail = String(characters[cursor...])
    characters = Array(String(head) + tail)
    cursor = min(head.count, characters.count)
  }

  package mutating func deleteBackward() {
    guard cursor > 0 else { return }
    characters.remove(at: cursor - 1)
    cursor -= 1
  }

  package mutating func deleteForward() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  package mutating func deleteToStart() { kill(0..<cursor) }

  package mutating func deleteToEnd() { kill(cursor..<characters.count) }

  /// Deletes back to the previous blank, as Ctrl-W does in a shell.
  package mutating func deleteWordBackward() {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    kill(start..<cursor)
  }

  /// Inserts the most recently killed text.
  package mutating func yank() { insert(killed) }

  /// Removes a range and keeps its text for ``yank()``; an empty range keeps the earlier text.
  private mutating func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    killed = String(characters[range])
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  package mutating func moveLeft() { cursor = max(0, cursor - 1) }
  package mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
  /// Moves the cursor before a character, or to the nearest end.
  package mutating func move(to place: Int) { cursor = max(0, min(place, characters.count)) }
  package mutating func moveToStart() { cursor = 0 }
  package mutating func moveToEnd() { cursor = characters.count }

  /// Moves back over non-word characters, then over a word of letters and digits.
  package mutating func moveWordLeft() {
    while cursor > 0, !characters[cursor - 1].isWordPart { cursor -= 1 }
    while cursor > 0, characters[cursor - 1].isWordPart { cursor -= 1 }
  }

  package mutating func moveWordRight() {
    while cursor < characters.count, !characters[cursor].isWordPart { cursor += 1 }
    while cursor < characters.count, characters[cursor].isWordPart { cursor += 1 }
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
