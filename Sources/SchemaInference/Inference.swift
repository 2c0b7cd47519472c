import SinkSpec

/// Infers a schema from sample events, block by block, with bounded memory.
package struct Inference: Sendable {
  let limits: InferenceLimits
  var scanner: EventScanner
  /// The number of complete events.
  package internal(set) var events = 0
  /// The number of broken events.
  package internal(set) var brokenCount = 0
  /// The first broken events, in input order.
  package internal(set) var broken: [BrokenEvent] = []
  /// The state of the open list of events; nil outside of a list.
  private var list: ListState?
  /// The beginning of an event that continues in the next block.
  private var carried: [UInt8] = []
  private var carriedPosition = InputPosition()
  /// The number of carried bytes at which the event is parsed again.
  private var retryCount = 0
  /// The state of skipping a broken event; nil while no event is being skipped.
  private var skip: EventSkip?

  /// Creates an inference without events.
  ///
  /// - Parameter limits: The memory limits.
  package init(limits: InferenceLimits = InferenceLimits()) {
    self.limits = limits
    scanner = EventScanner(limits: limits)
  }

  /// Whether the event limit has been reached.
  package var isFull: Bool { events >= limits.events }

  package var columnCount: Int { scanner.tree.columnCount }

  /// Parses a block.
  package mutating func read(_ block: EventBlock) {
    switch block.kind {
    case .lines:
      scanner.isByLine = true
      list = nil
      var position = block.position
      _ = read(block.bytes.span, at: &position, isLast: true)
    case .piece(let isLast): readPiece(block, isLast: isLast)
    case .endlessLine: tooLong(at: block.position)
    }
  }

  private mutating func readPiece(_ block: EventBlock, isLast: Bool) {
    if carried.isEmpty { carriedPosition = block.position }
    var position = carriedPosition
    carried += block.bytes
    // Retry a long event only once it has grown by half, so that parsing takes linear time.
    guard carried.count >= retryCount || isLast else { return }
    let bytes = carried
    let end = read(bytes.span, at: &position, isLast: isLast)
    carried = end < bytes.count ? Array(bytes[end...]) : []
    carriedPosition = position
    retryCount = carried.count > 1 << 20 ? carried.count + carried.count / 2 : 0
    if isLast, list != nil, skip == nil, !isFull {
      add(BrokenEvent(at: position, "the list of events is not closed"))
    }
    guard carried.count > limits.eventBytes else { return }
    tooLong(at: position)
    let indent = position.offset - position.lineStart
    var skip = EventSkip(isByLine: false, isInList: list != nil, indent: indent)
    skip.enter(carried.span, carried.indices)
    self.skip = skip
    carried = []
    retryCount = 0
  }

  /// Parses all complete events.
  ///
  /// - Parameters:
  ///   - bytes: The bytes to parse.
  ///   - position: The position of the bytes in the input, advanced past the events.
  ///   - isLast: Whether the input ends with these bytes.
  /// - Returns: The offset after the events.
  private mutating func read(
    _ bytes: Span<UInt8>, at position: inout InputPosition, isLast: Bool
  ) -> Int {
    let origin = position
    var passed = 0
    func move(to next: Int, _ position: inout InputPosition) {
      position.pass(bytes, passed..<next)
      passed = next
    }
    var at = skip == nil ? 0 : passOver(bytes, from: 0)
    while !isFull, skip == nil {
      while at < bytes.count, EventSeparator.isSeparator(bytes[at]) { at += 1 }
      guard at < bytes.count else { break }
      if takeListMark(bytes[at]) {
        at += 1
        continue
      }
      do throws(EventFault) {
        at = try readEvent(bytes, at, origin.offset)
      } catch {
        if error.isEnd, !isLast { break }
        move(to: error.offset, &position)
        add(BrokenEvent(at: position, String(describing: error.message)))
        at = resume(bytes, from: at, after: error, origin)
      }
    }
    // The end position is not needed for blocks of whole lines.
    if !scanner.isByLine { move(to: at, &position) }
    if !scanner.tree.unlocated.isEmpty { locateExamples(bytes, origin) }
    return at
  }

  /// Determines the lines of new examples, in one pass over the bytes.
  private mutating func locateExamples(_ bytes: Span<UInt8>, _ origin: InputPosition) {
    var position = origin
    scanner.tree.locateExamples { offset in
      let passed = position.offset - origin.offset
      position.pass(bytes, passed..<max(passed, offset - origin.offset))
      return position.line
    }
  }

  private mutating func readEvent(
    _ bytes: Span<UInt8>, _ start: Int, _ base: Int
  ) throws(EventFault) -> Int {
    guard list != .afterEvent else {
      throw EventFault(offset: start, message: "expected ',' or ']' after an event in a list")
    }
    guard bytes[start] == UInt8(ascii: "{") else { throw unexpectedValue(bytes, start) }
    let end = try scanner.read(bytes, from: start, base: base)
    events += 1
    if list != nil { list = .afterEvent }
    return end
  }

  /// Consumes a bracket or comma of a list of events; returns false for other bytes.
  private mutating func takeListMark(_ byte: UInt8) -> Bool {
    switch (byte, list) {
    case (UInt8(ascii: "["), nil): list = .opened
    case (UInt8(ascii: "]"), .opened), (UInt8(ascii: "]"), .afterEvent): list = nil
    case (UInt8(ascii: ","), .afterEvent): list = .afterComma
    default: return false
    }
    return true
  }

  /// Returns the offset at which to resume after a syntax error, or the end of the bytes.
  private mutating func resume(
    _ bytes: Span<UInt8>, from start: Int, after fault: EventFault, _ origin: InputPosition
  ) -> Int {
    if list == .afterEvent, bytes[start] == UInt8(ascii: "{") {
      list = .afterComma
      return start
    }
    var lineStart = start
    while lineStart > 0, bytes[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
    let before = lineStart == 0 ? origin.offset - origin.lineStart : 0
    var skip = EventSkip(
      isByLine: scanner.isByLine, isInList: list != nil, indent: before + start - lineStart)
    skip.enter(bytes, start..<fault.offset)
    self.skip = skip
    return passOver(bytes, from: fault.offset)
  }

  private mutating func passOver(_ bytes: Span<UInt8>, from start: Int) -> Int {
    guard let end = skip?.end(in: bytes, from: start) else { return bytes.count }
    skip = nil
    switch end {
    case .afterEvent(let at):
      if list != nil { list = .afterEvent }
      return at
    case .atEvent(let at):
      list = list == nil || scanner.isByLine ? nil : .afterComma
      return at
    case .atList(let at):
      list = nil
      return at
    }
  }

  private func unexpectedValue(_ bytes: Span<UInt8>, _ at: Int) -> EventFault {
    switch bytes[at] {
    case UInt8(ascii: "["):
      EventFault(offset: at, message: "expected a JSON object, found an array")
    case UInt8(ascii: "\""):
      EventFault(offset: at, message: "expected a JSON object, found a string")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      EventFault(offset: at, message: "expected a JSON object, found a number")
    default: EventFault(offset: at, message: "expected a JSON object")
    }
  }

  private mutating func tooLong(at position: InputPosition) {
    add(BrokenEvent(at: position, "the event is longer than \(limits.eventBytes >> 20) MiB"))
  }

  private mutating func add(_ event: BrokenEvent) {
    brokenCount += 1
    if broken.count < limits.brokenEvents { broken.append(event) }
  }

  /// Adds the results from other blocks of the same input.
  package mutating func merge(_ other: Inference) {
    events += other.events
    brokenCount += other.brokenCount
    broken = (broken + other.broken).sorted { $0.offset < $1.offset }
    broken.removeLast(max(0, broken.count - limits.brokenEvents))
    scanner.tree.merge(other.scanner.tree)
  }
}

extension BrokenEvent {
  fileprivate init(at position: InputPosition, _ message: String) {
    self.init(
      offset: position.offset, line: position.line,
      column: position.offset - position.lineStart + 1,
      message: message)
  }
}
