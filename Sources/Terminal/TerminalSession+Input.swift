internal import CCurses
package import Screen

extension TerminalSession {
  /// Waits for input from the terminal and returns all pending events.
  ///
  /// Returns an empty array if the wait was ended by the wakeup descriptor, or by an event that was
  /// handled internally.
  package mutating func next() -> [TerminalInput] {
    guard !isClosed else { return [.closed] }
    // A stopped process misses SIGWINCH, so check the size first.
    if let change = sizeChange() { return [change] }
    let found = Int(cc_wait(wakeup ?? -1, Self.milliseconds(until: decoder.deadline)))
    let wasStopped = found & (CC_READY_STOP_ASKED | CC_READY_CONTINUED) != 0
    if found & CC_READY_STOP_ASKED != 0 {
      suspend()
    } else if found & CC_READY_CONTINUED != 0 {
      cc_reenter()
      repaint()
    }
    var inputs: [TerminalInput] = wasStopped ? [.continued] : []
    let keys = found & CC_READY_INPUT != 0 ? readKeys() : decoder.expire(at: .now)
    inputs += keys.map { .key($0) }
    applyBackground()
    if let change = sizeChange() {
      inputs.append(change)
    } else if found & CC_READY_RESIZED != 0 {
      // The size changed and changed back, so repaint cells that may have been clipped.
      repaint()
    }
    if found & CC_READY_CLOSED != 0 || emptyReads > 2 {
      isClosed = true
      inputs.append(.closed)
    }
    return inputs
  }

  private mutating func readKeys() -> [Key] {
    if !hasReadTable {
      hasReadTable = true
      decoder.table = KeyTable(ofTerminal: ())
    }
    let bytes = readPending()
    // Repeated readiness without any input means end of file.
    emptyReads = bytes.isEmpty ? emptyReads + 1 : 0
    return decoder.decode(bytes, at: .now)
  }

  /// Returns all pending bytes, up to a limit, so that a flood of input does not block painting.
  func readPending() -> [UInt8] {
    var bytes: [UInt8] = []
    repeat {
      let block = unsafe [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, count in
        guard let start = buffer.baseAddress else { return }
        count = Int(unsafe cc_read(start, CInt(Self.blockSize)))
      }
      if block.isEmpty { break }
      bytes += block
    } while bytes.count < Self.maximumBurst && cc_wait_for_input(0)
    return bytes
  }

  private static var blockSize: Int { 4_096 }
  private static var maximumBurst: Int { 65_536 }

  /// Returns the time to wait for a deadline, or -1 to wait indefinitely.
  private static func milliseconds(until deadline: KeyDecoder.Instant?) -> CInt {
    guard let deadline else { return -1 }
    let (seconds, attoseconds) = KeyDecoder.Instant.now.duration(to: deadline).components
    // Round up, so that one wait is enough.
    return CInt(clamping: max(0, seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1))
  }

  /// Returns the new size if it has changed since it was last reported.
  private mutating func sizeChange() -> TerminalInput? {
    let size = Self.currentSize
    guard size != reportedSize else { return nil }
    reportedSize = size
    return .resize(rows: size.rows, columns: size.columns)
  }
}
