internal import CCurses
internal import Screen

extension KeyDecoder {
  /// Returns the key for a code that curses recognized by terminfo.
  static func namedKey(_ code: Int) -> Key? {
    switch code {
    case CC_KEY_UP: .up
    case CC_KEY_DOWN: .down
    case CC_KEY_LEFT: .left
    case CC_KEY_RIGHT: .right
    case CC_KEY_HOME: .home
    case CC_KEY_END: .end
    case CC_KEY_PAGE_UP: .pageUp
    case CC_KEY_PAGE_DOWN: .pageDown
    case CC_KEY_INSERT: .insert
    case CC_KEY_DELETE: .delete
    case CC_KEY_BACKSPACE: .backspace
    case CC_KEY_ENTER: .enter
    case CC_KEY_BACK_TAB: .backTab
    case (CC_KEY_FUNCTION + 1)...: .function(code - CC_KEY_FUNCTION)
    default: nil
    }
  }
}

extension Key {
  /// The key with Alt held, or the key itself if the combination has no meaning of its own.
  var withAlt: Key {
    switch self {
    case .up: .altUp
    case .down: .altDown
    case .left: .altLeft
    case .right: .altRight
    case .delete: .altDelete
    case .pageUp: .altPageUp
    case .pageDown: .altPageDown
    case .enter: .alt("\r")
    case .backspace: .altBackspace
    case .character(let character): .alt(character)
    default: self
    }
  }
}
