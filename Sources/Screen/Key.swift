/// A key press, paste or mouse event, independent of the terminal.
package enum Key: Hashable, Sendable {
  /// A printable character that consists of one scalar.
  case character(Character)
  /// Pasted text; line breaks are `\n`.
  case paste(String)
  /// Ctrl with a lower-case letter or one of `_ @ [ \ ] ^`.
  case control(Character)
  /// Alt (Meta) with a character.
  case alt(Character)
  case function(Int)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case altUp, altDown, altLeft, altRight, altBackspace, altDelete
  case altPageUp, altPageDown
  case controlLeft, controlRight
  case mouse(Mouse)
}

/// A mouse event at a position on the screen.
package struct Mouse: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    /// The primary button was pressed.
    case press
    case wheelUp, wheelDown
  }

  package let action: Action
  package let place: Canvas.Point

  package init(_ action: Action, at place: Canvas.Point) {
    self.action = action
    self.place = place
  }
}

/// An event from the terminal.
package enum TerminalInput: Hashable, Sendable {
  case key(Key)
  /// The terminal's size changed, in cells.
  case resize(rows: Int, columns: Int)
  /// The process was resumed after a stop.
  ///
  /// Someone else may be at the terminal now.
  case continued
  /// The terminal is gone; nothing more can be read or painted.
  case closed
}
