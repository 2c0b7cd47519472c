internal import CCurses

extension TerminalSession {
  /// Copies text to the clipboard with OSC 52, without confirmation from the terminal.
  ///
  /// Inside tmux, the outer terminal gets the sequence too, because tmux may pass it through
  /// without setting a clipboard itself.
  ///
  /// - Parameter base64: The text, encoded in base64.
  /// - Returns: `false` for a terminal without a clipboard, which would print the sequence.
  package mutating func copy(_ base64: String) -> Bool {
    guard !isClosed, Self.understandsCommands(terminalName) else { return false }
    send("\u{1B}]52;c;\(base64)\u{07}")
    if terminalName.hasPrefix("tmux") || isInsideTmux {
      send("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\(base64)\u{07}\u{1B}\\")
    }
    return true
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBytes { unsafe cc_send($0.baseAddress, $0.count) }
  }
}
