internal import CCurses

extension TerminalSession {
  /// Asks the terminal to put a text on the clipboard: OSC 52.
  ///
  /// It does not answer. Inside tmux the terminal around it is asked too, in case that tmux passes
  /// on what is for the terminal but sets no clipboard itself.
  ///
  /// - Parameter base64: the text in base64.
  /// - Returns: false for a terminal that has no clipboard, and would print what it is sent.
  package mutating func copy(_ base64: String) -> Bool {
    guard !isClosed, Self.mayHaveClipboard(terminalName) else { return false }
    send("\u{1B}]52;c;\(base64)\u{07}")
    if terminalName.hasPrefix("tmux") || isInsideTmux {
      send("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\(base64)\u{07}\u{1B}\\")
    }
    return true
  }

  private static func mayHaveClipboard(_ name: String) -> Bool {
    !["linux", "vt1", "vt2", "vt52", "ansi", "cons", "dumb"].contains { name.hasPrefix($0) }
  }

  private func send(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBytes { unsafe cc_send($0.baseAddress, $0.count) }
  }
}
