import SinkSpec

/// An iterative parser that counts the values of events without storing them.
///
/// Values are counted while parsing. If an event turns out to be broken, it is parsed again to
/// revert the counts.
struct EventScanner: Sendable {
  /// An open array or object.
  private struct Frame {
    /// The column of the array or object; -1 if it has none.
    let column: Int
    /// The column of the previous member; -1 before the first.
    var last = -1
    /// The serial number of the object.
    let object: Int
    let isObject: Bool
  }

  var tree: ColumnTree
  /// Whether each event has its own line.
  var isByLine = false
  private let limits: InferenceLimits
  private var open: [Frame] = []
  private var objects = 0
  /// The offset of the next byte.
  var at = 0
  /// The increment of counts: 1, or -1 to revert them.
  private var step = 1
  /// The input offset of the first byte.
  private var base = 0

  init(limits: InferenceLimits) {
    self.limits = limits
    tree = ColumnTree(limits: limits)
  }

  /// Parses one event and counts its values.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that contain the event.
  ///   - start: The offset of its opening brace.
  ///   - base: The input offset of the bytes.
  /// - Returns: The offset after the event.
  /// - Throws: ``EventFault`` if the event is broken, in which case it is not counted.
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
      revertCounts(bytes, from: start)
      throw error
    }
  }

  /// Reverts the counts of a broken event.
  private mutating func revertCounts(_ bytes: Span<UInt8>, from start: Int) {
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

  /// Closes containers that end after a value.
  ///
  /// - Parameter bytes: The bytes that contain the event.
  /// - Returns: The column of the next value; nil at the end of the event.
  /// - Throws: ``EventFault`` if neither a comma nor a closing bracket follows.
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

  /// Returns the column of the next value in the innermost container, after any member name.
  private mutating func next(_ bytes: Span<UInt8>) throws(EventFault) -> Int {
    let frame = open[open.count - 1]
    if frame.isObject { return try member(bytes, of: frame) }
    return frame.column < 0 ? -1 : tree.item(of: frame.column, offset: base + at)
  }

  // MARK: Values

  /// Parses a scalar, or opens an array or object; returns whether a nonempty container was opened.
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

  /// Opens an array or object; returns false if it is empty and already closed.
  private mutating func openContainer(
    _ bytes: Span<UInt8>, of column: Int, isObject: Bool
  ) throws(EventFault) -> Bool {
    guard open.count < limits.depth else {
      throw EventFault(
        offset: at, message: "arrays and objects are nested more than 512 levels deep")
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
    // Do not split a character.
    while end < at, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var text: [UInt8] = []
    for index in start..<end { text.append(bytes[index]) }
    tree.keep(Example(offset: base + start, text: text, isCut: end < at), of: column)
  }

  private mutating func number(_ bytes: Span<UInt8>, of column: Int) throws(EventFault) {
    guard let number = NumberScan.read(bytes, from: at) else {
      throw NumberScan.mayContinue(bytes, from: at)
        ? end() : fault("invalid JSON number", bytes)
    }
    at = number.end
    // A number at the end may continue in the next piece.
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

  /// Parses a member's name and colon and returns its column; -1 if it has none.
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

  /// Counts a member once per object.
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

  /// Returns the predicted member if the input matches it.
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
