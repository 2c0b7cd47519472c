/// The signs of states: characters, or words where the terminal has no Unicode.
package enum Signs: Hashable, Sendable {
  case unicode, ascii

  package var success: String { self == .ascii ? "ok" : "✓" }
  package var error: String { self == .ascii ? "ERR" : "✗" }
  package var warning: String { "!" }
  package var note: String { "i" }
  package var current: String { self == .ascii ? ">" : "●" }
  package var toDo: String { self == .ascii ? "o" : "○" }

  /// The marks around the title of the pane with the focus.
  package var beforeTitle: String { self == .ascii ? "[" : "┤" }
  package var afterTitle: String { self == .ascii ? "]" : "├" }

  /// The phases of a turn while something is under way.
  package var spinner: [String] {
    self == .ascii ? ["|", "/", "-", "\\"] : ["⠋", "⠙", "⠸", "⠴"]
  }

  /// The number of columns that the widest sign of a state takes.
  package var width: Int { self == .ascii ? 3 : 1 }
}
