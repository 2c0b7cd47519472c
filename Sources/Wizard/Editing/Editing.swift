/// The edit state of the focused value: a line editor, or the letters that jump to a choice.
package struct Editing: Sendable {
  /// The text being edited; nil if the focused value is not edited as a line.
  package private(set) var editor: LineEditor?
  package private(set) var isSecretRevealed = false
  /// The letters typed so far to jump to a choice.
  private(set) var typeAhead = ""
  /// The most recently killed text, unless it was part of a secret.
  private var killed = ""
  private var isSecret = false

  /// Starts editing a text; nil if the value is not edited as a line.
  mutating func start(_ text: String?, isSecret: Bool = false) {
    // A secret must not be yanked into a field that shows it.
    if !self.isSecret, let editor { killed = editor.killed }
    self.isSecret = isSecret
    editor = text.map { LineEditor($0, killed: killed) }
  }

  /// Stops editing: hides a revealed secret and clears the letters typed so far.
  mutating func stop() {
    typeAhead = ""
    isSecretRevealed = false
  }

  mutating func toggleSecret() { isSecretRevealed.toggle() }

  mutating func hideSecret() { isSecretRevealed = false }

  /// Edits the text, if a value is being edited as a line.
  ///
  /// - Returns: The text before and after; nil if it is unchanged.
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
