/// The symbols of the interface, with ASCII fallbacks for terminals without Unicode support.
package enum Signs: Hashable, Sendable {
  case unicode, ascii

  package var success: String { self == .ascii ? "ok" : "✓" }
  package var error: String { self == .ascii ? "ERR" : "✗" }
  package var warning: String { "!" }
  package var note: String { "i" }
  package var current: String { self == .ascii ? ">" : "●" }
  package var toDo: String { self == .ascii ? "o" : "○" }

  /// The marks around the title of the focused pane.
  package var beforeTitle: String { self == .ascii ? "[" : "┤" }
  package var afterTitle: String { self == .ascii ? "]" : "├" }

  /// The frames of the spinner.
  package var spinner: [String] {
    self == .ascii ? ["|", "/", "-", "\\"] : ["⠋", "⠙", "⠸", "⠴"]
  }

  /// The width of the widest status symbol, in columns.
  package var width: Int { self == .ascii ? 3 : 1 }
}
