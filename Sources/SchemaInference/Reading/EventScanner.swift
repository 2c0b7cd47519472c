import SinkSpec

/// Reads events and counts what they have, without recursion and without keeping their values.
///
/// Everything is counted as it is read; when an event turns out to be broken it is read once more
/// and counted back.
struct EventScanner: Sendable {
  /// An array or object that is open.
  private struct Frame {
    /// The column of what is open; -1 when it has found no place.
    let column: Int
    /// The member that was read last; -1 before the first.
    var last = -1
    /// Which of all objects it is.
    let object: Int
    let isObject: Bool
  }

  var tree: ColumnTree
  /// Whether an event ends with its line.
  var isByLine = false
  private let limits: InferenceLimits
  private var open: [Frame] = []
  private var objects = 0
  /// The place of the byte that is read next.
  var at = 0
  /// 1 to count what is read, -1 to count it back.
  private var step = 1
  /// What is added to offsets among the bytes to make them offsets in the input.
  private var base = 0

  init(limits: InferenceLimits) {
    self.limits = limits
    tree = ColumnTree(limits: limits)
  }

  /// Reads one event and counts what it has.
  ///
  /// - Parameters:
  ///   - bytes: where it stands.
  ///   - start: its opening brace.
  ///   - base: the offset of the bytes in the input.
  /// - Returns: the place after its end.
  /// - Throws: what is broken, and where; nothing of the event is counted then.
  mutating func read(
    _ bytes: Span<UInt8>, from start: Int, base: Int
  ) throws(EventFault) -> Int {
    self.base = base
    step = 1
    at = start
    do throws(EventFault) {
      try event(bytes)
      return at
    } catch {
      takeBack(bytes, from: start)
      throw error
    }
  }

  /// Counts back what a broken event had up to where it is broken.
  private mutating func takeBack(_ bytes: Span<UInt8>, from start: Int) {
    step = -1
    at = start
    do throws(EventFault) { try event(bytes) } catch {}
  }

  private mutating func event(_ bytes: Span<UInt8>) throws(EventFault) {
    open.removeAll(keepingCapacity: true)
    var column = 0
    while true {
      if try value(bytes, of: column) {
        column = try next(bytes)
      } else if let following = try afterValue(bytes) {
        column = following
      } else {
        return
      }
    }
  }

  /// Closes what ends after a value; gives the column of the next value, or nil at the event's end.
  private mutating func afterValue(_ bytes: Span<UInt8>) throws(EventFault) -> Int? {
    while let frame = open.last {
      skipSpace(bytes)
      guard at < bytes.count else { throw end() }
      let byte = bytes[at]
      if byte == UInt8(ascii: ",") {
        at += 1
        skipSpace(bytes)
        return try next(bytes)
      }
      guard byte == (frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw fault(frame.isObject ? "expected ',' or '}'" : "expected ',' or ']'", bytes)
      }
      at += 1
      open.removeLast()
    }
    return nil
  }

  /// The column of the next value inside what is open: a member's, after its name, or the item's.
  private mutating func next(_ bytes: Span<UInt8>) throws(EventFault) -> Int {
    let frame = open[open.count - 1]
    if frame.isObject { return try member(bytes, of: frame) }
    return frame.column < 0 ? -1 : tree.item(of: frame.column, offset: base + at)
  }

  // MARK: Values

  /// Reads a scalar, or opens an array or object: true when that has something inside.
  private mutating func value(
    _ bytes: Span<UInt8>, of column: Int
  ) throws(EventFault) -> Bool {
    guard at < bytes.count else { throw end() }
    let start = at
    switch bytes[at] {
    case UInt8(ascii: "\""):
      let content = try text(bytes)
      if column >= 0 {
        if TimeText.isTime(bytes, content) {
          tree.nodes[column].counts.times += step
        } else {
          tree.nodes[column].counts.texts += step
        }
      }
    case UInt8(ascii: "{"):
      if column >= 0 { tree.nodes[column].counts.objects += step }
      return try openContainer(bytes, of: column, isObject: true)
    case UInt8(ascii: "["):
      if column >= 0 { tree.nodes[column].counts.lists += step }
      return try openContainer(bytes, of: column, isObject: false)
    case UInt8(ascii: "t"):
      try word(bytes, Self.trueLetters)
      if column >= 0 { tree.nodes[column].counts.bools += step }
    case UInt8(ascii: "f"):
      try word(bytes, Self.falseLetters)
      if column >= 0 { tree.nodes[column].counts.bools += step }
    case UInt8(ascii: "n"):
      try word(bytes, Self.nullLetters)
      if column >= 0 { tree.nodes[column].counts.nulls += step }
      return false
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(bytes, of: column)
    default: throw fault("expected a value", bytes)
    }
    if column >= 0, tree.nodes[column].exampleCount < 2 || step < 0 {
      keepExample(bytes, start, of: column)
    }
    return false
  }

  /// Opens an array or object; false when it is empty, and closed again.
  private mutating func openContainer(
    _ bytes: Span<UInt8>, of column: Int, isObject: Bool
  ) throws(EventFault) -> Bool {
    guard open.count < limits.depth else {
      throw EventFault(
        offset: at, message: "more than 512 arrays and objects inside one another")
    }
    at += 1
    skipSpace(bytes)
    guard at < bytes.count else { throw end() }
    if bytes[at] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      at += 1
      return false
    }
    objects += 1
    open.append(Frame(column: column, object: objects, isObject: isObject))
    return true
  }

  private mutating func keepExample(_ bytes: Span<UInt8>, _ start: Int, of column: Int) {
    guard step > 0 else { return tree.dropExamples(of: column, from: base + start) }
    var end = min(at, start + Example.limit)
    // Not in the middle of a character.
    while end < at, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var text: [UInt8] = []
    for index in start..<end { text.append(bytes[index]) }
    tree.keep(Example(offset: base + start, text: text, isCut: end < at), of: column)
  }

  private mutating func number(_ bytes: Span<UInt8>, of column: Int) throws(EventFault) {
    guard let number = NumberScan.read(bytes, from: at) else {
      throw NumberScan.mayGoOn(bytes, from: at)
        ? end() : fault("this is no number of JSON", bytes)
    }
    at = number.end
    // A number at the very end may go on in the next piece.
    guard at < bytes.count else { throw end() }
    guard column >= 0 else { return }
    switch number.kind {
    case .integer:
      tree.nodes[column].counts.integers += step
      if number.isLong { tree.nodes[column].counts.longIntegers += step }
      if let unit = number.epochUnit { tree.nodes[column].counts.epochs[unit] += step }
    case .bigInteger: tree.nodes[column].counts.bigIntegers += step
    case .fraction: tree.nodes[column].counts.fractions += step
    case .huge: tree.nodes[column].counts.hugeNumbers += step
    }
  }

  private mutating func word(_ bytes: Span<UInt8>, _ letters: InlineArray<5, UInt8>)
    throws(EventFault)
  {
    for index in letters.indices where letters[index] != 0 {
      guard at + index < bytes.count else { throw end() }
      guard bytes[at + index] == letters[index] else { throw fault("expected a value", bytes) }
    }
    at += letters[4] == 0 ? 4 : 5
  }

  private static let trueLetters: InlineArray<5, UInt8> = [0x74, 0x72, 0x75, 0x65, 0]
  private static let falseLetters: InlineArray<5, UInt8> = [0x66, 0x61, 0x6C, 0x73, 0x65]
  private static let nullLetters: InlineArray<5, UInt8> = [0x6E, 0x75, 0x6C, 0x6C, 0]

  // MARK: Members

  /// Reads a member's name and its colon; gives its column, or -1 when it has found no place.
  private mutating func member(
    _ bytes: Span<UInt8>, of frame: Frame
  ) throws(EventFault) -> Int {
    guard at < bytes.count else { throw end() }
    guard bytes[at] == UInt8(ascii: "\"") else { throw fault("expected a member's name", bytes) }
    let start = at
    let column = try column(bytes, in: frame)
    skipSpace(bytes)
    guard at < bytes.count else { throw end() }
    guard bytes[at] == UInt8(ascii: ":") else { throw fault("expected ':'", bytes) }
    at += 1
    skipSpace(bytes)
    guard column >= 0 else {
      if frame.column >= 0 { tree.nodes[frame.column].unplaced += step }
      return -1
    }
    count(column, in: frame, offset: base + start)
    return column
  }

  private mutating func column(
    _ bytes: Span<UInt8>, in frame: Frame
  ) throws(EventFault) -> Int {
    if let column = expected(bytes, in: frame) { return column }
    return try named(bytes, in: frame)
  }

  /// Counts a member once for each object.
  private mutating func count(_ column: Int, in frame: Frame, offset: Int) {
    if tree.nodes[column].lastObject == frame.object {
      tree.nodes[column].repeats += step
    } else {
      tree.nodes[column].lastObject = frame.object
      tree.nodes[column].present += step
    }
    if tree.nodes[column].firstSeen > offset { tree.nodes[column].firstSeen = offset }
    if frame.last >= 0 {
      tree.nodes[frame.last].follower = column
    } else {
      tree.nodes[frame.column].firstInside = column
    }
    open[open.count - 1].last = column
  }

  /// The member that came here last time, when it is the one that comes now.
  @inline(__always)
  private mutating func expected(_ bytes: Span<UInt8>, in frame: Frame) -> Int? {
    guard frame.column >= 0 else { return nil }
    let likely =
      frame.last >= 0 ? tree.nodes[frame.last].follower : tree.nodes[frame.column].firstInside
    guard likely >= 0, let end = tree.end(ofName: likely, in: bytes, from: at + 1) else {
      return nil
    }
    at = end + 1
    return likely
  }

  private mutating func named(_ bytes: Span<UInt8>, in frame: Frame) throws(EventFault) -> Int {
    let start = at
    let content = try text(bytes)
    guard frame.column >= 0 else { return -1 }
    guard hasEscapes(bytes, content) else {
      return tree.member(
        of: frame.column, named: bytes.extracting(content), offset: base + start)
    }
    let name = resolved(bytes, content)
    return tree.member(of: frame.column, named: name.span, offset: base + start)
  }

  @inline(__always)
  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): at += 1
      case UInt8(ascii: "\n") where !isByLine: at += 1
      default: return
      }
    }
  }
}
