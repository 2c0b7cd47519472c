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
  case mouse(Mouse)
}
