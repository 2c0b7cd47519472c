import SinkSpec

/// Cuts the input into blocks: at the ends of lines where each event has a line of its own, so that
/// blocks can be read apart; else just one after another.
package struct EventCutter: Sendable {
  private let limits: InferenceLimits
  private var pending: [UInt8] = []
  private var place = InputPlace()
  /// Whether events end with their lines; nil until that is known.
  package private(set) var isByLine: Bool?
  /// Whether the last piece has been given out.
  private var isEnded = false
  /// Whether the rest of an endless line is passed over.
  private var isPassingOver = false

  package init(limits: InferenceLimits = InferenceLimits()) { self.limits = limits }

  /// Takes what was read next.
  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    guard isPassingOver else { return pending += bytes }
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return pass(bytes[...]) }
    isPassingOver = false
    pass(bytes[...end])
    pending += bytes[(end + 1)...]
  }

  /// Gives out the next block.
  ///
  /// - Parameter isLast: whether everything has been added.
  /// - Returns: nil when there is none until more is added.
  package mutating func next(isLast: Bool) -> EventBlock? {
    skipByteOrderMark()
    if isByLine == nil { decide(isLast: isLast) }
    guard let isByLine, !isEnded else { return nil }
    guard isByLine else {
      // The last piece may be empty: it says that what was begun does not go on.
      guard isLast || !pending.isEmpty else { return nil }
      isEnded = isLast
      return block(.piece(isLast: isLast), upTo: pending.count)
    }
    guard !pending.isEmpty else { return nil }
    if isLast { return block(.lines, upTo: pending.count) }
    if let end = pending.lastIndex(of: UInt8(ascii: "\n")) { return block(.lines, upTo: end + 1) }
    guard pending.count > limits.eventBytes else { return nil }
    isPassingOver = true
    let start = place
    pass(pending[...])
    pending = []
    return EventBlock(kind: .endlessLine, bytes: [], place: start)
  }

  private mutating func block(_ kind: EventBlock.Kind, upTo end: Int) -> EventBlock {
    let start = place
    pass(pending[..<end])
    let bytes = end == pending.count ? pending : Array(pending[..<end])
    pending = Array(pending[end...])
    return EventBlock(kind: kind, bytes: bytes, place: start)
  }

  private mutating func pass(_ bytes: ArraySlice<UInt8>) {
    place.pass(bytes.span, 0..<bytes.count)
  }

  private mutating func skipByteOrderMark() {
    guard place.offset == 0, pending.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    pending.removeFirst(3)
    place.offset = 3
    place.lineStart = 3
  }

  /// Looks at the first event: when it is an object over several lines, or a list begins, events
  /// do not end with their lines.
  private mutating func decide(isLast: Bool) {
    guard let start = pending.firstIndex(where: { !JSONSpace.isSpace($0) }) else { return }
    guard pending[start] == UInt8(ascii: "{") else {
      return isByLine = pending[start] != UInt8(ascii: "[")
    }
    var scanner = EventScanner(limits: limits)
    do throws(EventFault) {
      let end = try scanner.read(pending.span, from: start, base: 0)
      isByLine = !pending[start..<end].contains(UInt8(ascii: "\n"))
    } catch {
      if !error.isEnd || isLast {
        isByLine = true
      } else if pending.count > limits.firstLookBytes {
        isByLine = !pending[start...].contains(UInt8(ascii: "\n"))
      }
    }
  }
}
