internal import CCurses

extension TerminalSession {
  /// Copies text to the clipboard, without confirmation from the terminal.
  ///
  /// - Parameter base64: The text, encoded in base64.
  /// - Returns: `false` if the terminal has no clipboard.
  package mutating func copy(_ base64: String) -> Bool {
    guard !isClosed, let sequence = clipboard.sequence(copying: base64) else { return false }
    send(sequence)
    return true
  }

  func send(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe cc_send($0.baseAddress, $0.count) }
  }
}
