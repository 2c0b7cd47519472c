/// An event from the terminal.
package enum TerminalInput: Hashable, Sendable {
  case key(Key)
  /// The terminal's size changed, in cells.
  case resize(rows: Int, columns: Int)
  /// The process was resumed after a stop.
  ///
  /// Someone else may be using the screen now.
  case continued
  /// The terminal is gone; nothing can be read or painted any longer.
  case closed
}
