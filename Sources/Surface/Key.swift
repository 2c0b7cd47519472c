/// A key as the operator pressed it.
package enum Key: Hashable, Sendable {
  /// A printable character, of one scalar.
  case character(Character)
  /// Text from a paste, whole: nothing in it is a key. Line breaks are `\n`.
  case paste(String)
  /// Ctrl with a letter (lower case) or one of `_ @ [ \ ] ^`.
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
