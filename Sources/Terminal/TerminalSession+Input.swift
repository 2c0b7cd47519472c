internal import CCurses
package import Surface

extension TerminalSession {
  /// Waits until the terminal has something to tell, and returns all of it.
  ///
  /// Nothing wakes the process up meanwhile. The answer is empty when the wait ended for the
  /// other descriptor, or for something that has been dealt with here.
  package mutating func next() -> [TerminalInput] {
    guard !isClosed else { return [.closed] }
    // Nobody tells a stopped program that its window has changed.
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
    if let change = sizeChange() {
      inputs.append(change)
    } else if found & CC_READY_RESIZED != 0 {
      // Smaller and back again: what was cut off has to be painted.
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
    let keys = decoder.decode { patience in
      var code = cc_read()
      if code == CC_KEY_NONE, patience > 0 {
        _ = cc_wait_for_input(CInt(patience))
        code = cc_read()
      }
      if code != CC_KEY_NONE { reads += 1 }
      return Int(code)
    }
    // A terminal that is ready time and again without a byte has come to its end.
    emptyReads = reads == 0 ? emptyReads + 1 : 0
    return keys
  }

  /// The new size, once, however often it has changed since it was last told.
  private mutating func sizeChange() -> TerminalInput? {
    let size = Self.currentSize
    guard size != toldSize else { return nil }
    toldSize = size
    return .resize(rows: size.rows, columns: size.columns)
  }
}
