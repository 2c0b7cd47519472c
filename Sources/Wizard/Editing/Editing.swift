/// The edit of the focused value: the line editor of a text, or the letters that jump to a choice.
package struct Editing: Sendable {
  /// The text under edit; nil when the focused value is not edited as a line.
  package private(set) var editor: LineEditor?
  package private(set) var isSecretRevealed = false
  /// The letters typed so far to jump to a choice.
  private(set) var typeAhead = ""

  /// Starts to edit a text; nil when the value is not edited as a line.
  mutating func start(_ text: String?) { editor = text.map { LineEditor($0) } }

  /// Leaves what was edited: nothing of it stays revealed, and the next letter is a first one.
  mutating func stop() {
    typeAhead = ""
    isSecretRevealed = false
  }

  mutating func toggleSecret() { isSecretRevealed.toggle() }

  mutating func hideSecret() { isSecretRevealed = false }

  /// - Returns: the text before and after; nil when it is the same.
  mutating func edit(_ change: (inout LineEditor) -> Void) -> (before: String, after: String)? {
    guard var edited = editor else { return nil }
    let before = edited.text
    editor = nil
    change(&edited)
    editor = edited
    let after = edited.text
    return after == before ? nil : (before, after)
  }

  mutating func moveCursor(to character: Int) { editor?.move(to: character) }

  mutating func setTypeAhead(_ letters: String) { typeAhead = letters }
}
