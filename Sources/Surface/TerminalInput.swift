/// What a terminal can tell the program.
package enum TerminalInput: Hashable, Sendable {
  case key(Key)
  /// The terminal's size changed; sizes are in cells.
  case resize(rows: Int, columns: Int)
  /// The process was stopped and goes on; who looks at the screen now may be someone else.
  case continued
  /// The terminal has gone away; nothing can be read or painted any more.
  case closed
}
