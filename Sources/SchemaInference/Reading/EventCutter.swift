import SinkSpec

/// Splits the input into blocks.
///
/// If each event has its own line, blocks end at line ends and can be parsed in parallel.
package struct EventCutter: Sendable {
  private let limits: InferenceLimits
  private var pending: [UInt8] = []
  private var position = InputPosition()
  /// Whether each event has its own line; nil until detected.
  package private(set) var isByLine: Bool?
  /// Whether the last piece has been returned.
  private var isEnded = false
  /// Whether the rest of an overlong line is being skipped.
  private var isSkippingLine = false

  package init(limits: InferenceLimits = InferenceLimits()) { self.limits = limits }

  /// Appends input.
  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    guard isSkippingLine else { return pending += bytes }
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return pass(bytes[...]) }
    isSkippingLine = false
    pass(bytes[...end])
    pending += bytes[(end + 1)...]
  }

  /// Returns the next block.
  ///
  /// - Parameter isLast: Whether all input has been added.
  /// - Returns: The block; nil if more input is needed.
  package mutating func next(isLast: Bool) -> EventBlock? {
    skipByteOrderMark()
    if isByLine == nil { decide(isLast: isLast) }
    guard let isByLine, !isEnded else { return nil }
    guard isByLine else {
      // The last piece may be empty: it marks the end of an incomplete event.
      guard isLast || !pending.isEmpty else { return nil }
      isEnded = isLast
      return block(.piece(isLast: isLast), upTo: pending.count)
    }
    guard !pending.isEmpty else { return nil }
    if isLast { return block(.lines, upTo: pending.count) }
    if let end = pending.lastIndex(of: UInt8(ascii: "\n")) { return block(.lines, upTo: end + 1) }
    guard pending.count > limits.eventBytes else { return nil }
    isSkippingLine = true
    let start = position
    pass(pending[...])
    pending = []
    return EventBlock(kind: .endlessLine, bytes: [], position: start)
  }

  private mutating func block(_ kind: EventBlock.Kind, upTo end: Int) -> EventBlock {
    let start = position
    pass(pending[..<end])
    let rest = Array(pending[end...])
    pending.removeLast(rest.count)
    defer { pending = rest }
    return EventBlock(kind: kind, bytes: pending, position: start)
  }

  private mutating func pass(_ bytes: ArraySlice<UInt8>) {
    position.pass(bytes.span, 0..<bytes.count)
  }

  private mutating func skipByteOrderMark() {
    guard position.offset == 0, pending.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    pending.removeFirst(3)
    position.offset = 3
    position.lineStart = 3
  }

  /// Detects the layout from the first event.
  ///
  /// Events do not have their own lines if the first one spans several lines or is in a list.
  private mutating func decide(isLast: Bool) {
    guard let start = pending.firstIndex(where: { !EventSeparator.isSeparator($0) }) else {
      // Do not scan leading whitespace again when more input arrives.
      pass(pending[...])
      pending = []
      return
    }
    guard pending[start] == UInt8(ascii: "{") else {
      return isByLine = pending[start] != UInt8(ascii: "[")
    }
    var scanner = EventScanner(limits: limits)
    do throws(EventFault) {
      let end = try scanner.read(pending.span, from: start, base: 0)
      isByLine = !pending[start..<end].contains(UInt8(ascii: "\n"))
    } catch {
      if !error.isEnd || isLast {
        let isOnOneLine = !pending[start..<error.offset].contains(UInt8(ascii: "\n"))
        isByLine = isOnOneLine || hasEventOnLine(after: start)
      } else if pending.count > limits.firstLookBytes {
        isByLine = !pending[start...].contains(UInt8(ascii: "\n"))
      }
    }
  }

  /// Returns whether one of the following lines is an event, which means that the first is broken.
  private func hasEventOnLine(after start: Int) -> Bool {
    var scanner = EventScanner(limits: limits)
    scanner.isByLine = true
    var at = start
    for _ in 0..<100 {
      guard let end = pending[at...].firstIndex(of: UInt8(ascii: "\n")), end + 1 < pending.count
      else { return false }
      at = end + 1
      guard pending[at] == UInt8(ascii: "{") else { continue }
      if (try? scanner.read(pending.span, from: at, base: 0)) != nil { return true }
    }
    return false
  }
}
