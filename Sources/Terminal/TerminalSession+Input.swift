internal import CCurses
package import Screen

extension TerminalSession {
  /// Waits for input from the terminal and returns all pending events.
  ///
  /// The process stays blocked meanwhile. Returns an empty array if the wait ended because of the
  /// wakeup descriptor, or because of an event that was handled internally.
  package mutating func next() -> [TerminalInput] {
    guard !isClosed else { return [.closed] }
    // A stopped process misses SIGWINCH, so check the size first.
    if let change = sizeChange() { return [change] }
    let found = Int(cc_wait(wakeup ?? -1, -1))
    let wasStopped = found & (CC_READY_STOP_ASKED | CC_READY_CONTINUED) != 0
    if found & CC_READY_STOP_ASKED != 0 {
      suspend()
    } else if found & CC_READY_CONTINUED != 0 {
      cc_reenter()
      repaint()
    }
    var inputs: [TerminalInput] = wasStopped ? [.continued] : []
    if found & CC_READY_INPUT != 0 { inputs += readKeys().map { .key($0) } }
    applyBackground()
    if let change = sizeChange() {
      inputs.append(change)
    } else if found & CC_READY_RESIZED != 0 {
      // The size changed and changed back: repaint cells that were clipped.
      repaint()
    }
    if found & CC_READY_CLOSED != 0 || emptyReads > 2 {
      isClosed = true
      inputs.append(.closed)
    }
    return inputs
  }

  private mutating func readKeys() -> [Key] {
    var reads = 0
    let keys = decoder.decode { timeout in
      var code = cc_read()
      if code == CC_KEY_NONE, timeout > 0 {
        _ = cc_wait_for_input(CInt(timeout))
        code = cc_read()
      }
      if code != CC_KEY_NONE { reads += 1 }
      return Int(code)
    }
    // Repeated readiness without any input means end of file.
    emptyReads = reads == 0 ? emptyReads + 1 : 0
    return keys
  }

  /// Returns the new size if it has changed since it was last reported.
  private mutating func sizeChange() -> TerminalInput? {
    let size = Self.currentSize
    guard size != reportedSize else { return nil }
    reportedSize = size
    return .resize(rows: size.rows, columns: size.columns)
  }
}
