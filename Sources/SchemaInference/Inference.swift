import SinkSpec

/// Reads sample events block by block and keeps only what their schema needs.
package struct Inference: Sendable {
  let limits: InferenceLimits
  var scanner: EventScanner
  /// How many events were read whole.
  package internal(set) var events = 0
  /// How many could not be read.
  package internal(set) var brokenCount = 0
  /// The first ones of those, in the order of the input.
  package internal(set) var broken: [BrokenEvent] = []
  /// Whether a list of events is open.
  private var isInList = false
  /// The beginning of an event that goes on in the next block, and where it stands.
  private var carried: [UInt8] = []
  private var carriedPlace = InputPlace()
  /// Whether bytes are passed over up to where the next event may begin.
  private var isPassingOver = false

  /// - Parameter limits: what bounds the memory.
  package init(limits: InferenceLimits = InferenceLimits()) {
    self.limits = limits
    scanner = EventScanner(limits: limits)
  }

  /// Whether as many events were read as were wanted.
  package var isFull: Bool { events >= limits.events }

  package var columnCount: Int { scanner.tree.columnCount }

  /// Reads a block.
  package mutating func read(_ block: EventBlock) {
    switch block.kind {
    case .lines:
      scanner.isByLine = true
      var place = block.place
      _ = read(block.bytes.span, at: &place, isLast: true)
    case .piece(let isLast): readPiece(block, isLast: isLast)
    case .endlessLine: tooLong(at: block.place)
    }
  }

  private mutating func readPiece(_ block: EventBlock, isLast: Bool) {
    var place = carried.isEmpty ? block.place : carriedPlace
    let bytes = carried.isEmpty ? block.bytes : carried + block.bytes
    let end = read(bytes.span, at: &place, isLast: isLast)
    carried = end < bytes.count ? Array(bytes[end...]) : []
    carriedPlace = place
    guard carried.count > limits.eventBytes else { return }
    tooLong(at: place)
    carried = []
    isPassingOver = true
  }

  /// Reads all events that are whole; gives the place after them, and moves the input's place there.
  private mutating func read(
    _ bytes: Span<UInt8>, at place: inout InputPlace, isLast: Bool
  ) -> Int {
    let base = place.offset
    var passed = 0
    var at = 0
    func move(to next: Int, _ place: inout InputPlace) {
      place.pass(bytes, passed..<next)
      passed = next
    }
    if isPassingOver { at = passOver(bytes, from: 0, isLast: isLast) }
    while !isFull, !isPassingOver {
      while at < bytes.count, JSONSpace.isSpace(bytes[at]) || isSeparator(bytes[at]) { at += 1 }
      guard at < bytes.count else { break }
      if bytes[at] == UInt8(ascii: "["), !isInList {
        isInList = true
        at += 1
        continue
      }
      if bytes[at] == UInt8(ascii: "]"), isInList {
        isInList = false
        at += 1
        continue
      }
      do throws(EventFault) {
        guard bytes[at] == UInt8(ascii: "{") else { throw noObject(bytes, at) }
        at = try scanner.read(bytes, from: at, base: base)
        events += 1
      } catch {
        if error.isEnd, !isLast { break }
        move(to: error.offset, &place)
        add(BrokenEvent(at: place, String(describing: error.message)))
        at = passOver(bytes, from: error.offset, isLast: isLast)
      }
    }
    // After whole lines nobody asks for the place.
    if !scanner.isByLine { move(to: at, &place) }
    return at
  }

  private func isSeparator(_ byte: UInt8) -> Bool { isInList && byte == UInt8(ascii: ",") }

  /// Passes over what is left of a broken event, up to the next line, or, where events are not lines
  /// of their own, the next line that begins with a brace.
  ///
  /// Without such a line among the bytes, the rest is passed over in the next block, from the line
  /// that has only begun.
  private mutating func passOver(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Int {
    var at = start
    var line = start
    while at < bytes.count {
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      line = at
      while at < bytes.count, JSONSpace.isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count else { break }
      guard scanner.isByLine || bytes[at] == UInt8(ascii: "{") else { continue }
      isPassingOver = false
      return at
    }
    isPassingOver = !isLast
    return isLast ? at : line
  }

  private func noObject(_ bytes: Span<UInt8>, _ at: Int) -> EventFault {
    switch bytes[at] {
    case UInt8(ascii: "["): EventFault(offset: at, message: "an event is an object; this is a list")
    case UInt8(ascii: "\""):
      EventFault(offset: at, message: "an event is an object; this is a text")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      EventFault(offset: at, message: "an event is an object; this is a number")
    default: EventFault(offset: at, message: "expected an event: a JSON object")
    }
  }

  private mutating func tooLong(at place: InputPlace) {
    add(BrokenEvent(at: place, "the event is longer than \(limits.eventBytes >> 20) MiB"))
  }

  private mutating func add(_ event: BrokenEvent) {
    brokenCount += 1
    if broken.count < limits.brokenEvents { broken.append(event) }
  }

  /// Adds what another reading of the same input has found in other blocks.
  package mutating func merge(_ other: Inference) {
    events += other.events
    brokenCount += other.brokenCount
    broken = (broken + other.broken).sorted { $0.offset < $1.offset }
    broken.removeLast(max(0, broken.count - limits.brokenEvents))
    scanner.tree.merge(other.scanner.tree)
  }
}

extension BrokenEvent {
  fileprivate init(at place: InputPlace, _ message: String) {
    self.init(
      offset: place.offset, line: place.line, column: place.offset - place.lineStart + 1,
      message: message)
  }
}
