extension LineEditor {
  /// Performs a command of the text context; other commands have no effect.
  package mutating func perform(_ command: Command) {
    switch command {
    case .lineStart: moveToStart()
    case .lineEnd: moveToEnd()
    case .wordLeft: moveWordLeft()
    case .wordRight: moveWordRight()
    case .left: moveLeft()
    case .right: moveRight()
    case .deleteBackward: deleteBackward()
    case .deleteForward: deleteForward()
    case .deleteWord: deleteWordBackward()
    case .deleteToStart: deleteToStart()
    case .deleteToEnd: deleteToEnd()
    case .yank: yank()
    default: break
    }
  }
}
