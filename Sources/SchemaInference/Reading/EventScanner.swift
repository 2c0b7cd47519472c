import SinkSpec

/// An iterative parser that counts the values of events without storing them.
///
/// Values are counted while parsing. If an event turns out to be broken, it is parsed again to
/// revert the counts.
struct EventScanner: Sendable {
  /// An open array or object.
  struct Frame {
    /// The column of the array or object; -1 if it has none.
    var column = -1
    /// The column of the previous member; -1 before the first.
    var last = -1
    /// The serial number of the object.
    var object = 0
    var isObject = false
  }

  var tree: ColumnTree
  /// Whether each event has its own line.
  var isByLine = false
  private let limits: InferenceLimits
  /// The innermost open array or object.
  var frame = Frame()
  /// The frames around it, starting with the one around the event.
  private var outer: [Frame] = []
  private var objects = 0
  /// The offset of the next byte.
  var at = 0
  /// Whether the most recently parsed string has an unpaired surrogate.
  var hasLoneSurrogate = false
  /// The increment of counts: 1, or -1 to revert them.
  private(set) var step = 1
  /// The input offset of the first byte.
  private(set) var base = 0

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
    outer.removeAll(keepingCapacity: true)
    frame = Frame()
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
    if at < bytes.count, bytes[at] == UInt8(ascii: ","), frame.isObject,
      let column = expectedMember(bytes, from: at + 1)
    {
      return column
    }
    while !outer.isEmpty {
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
      frame = outer.removeLast()
    }
    return nil
  }

  /// Returns the column of the next value in the innermost container, after any member name.
  private mutating func next(_ bytes: Span<UInt8>) throws(EventFault) -> Int {
    if frame.isObject { return try member(bytes) }
    return frame.column < 0 ? -1 : tree.item(of: frame.column, offset: base + at)
  }

  // MARK: Values

  /// Parses a scalar, or opens an array or object; returns whether a nonempty container was opened.
  @inline(__always)
  private mutating func value(
    _ bytes: Span<UInt8>, of column: Int
  ) throws(EventFault) -> Bool {
    guard at < bytes.count else { throw end() }
    let start = at
    let kind: Example.Kind
    switch bytes[at] {
    case UInt8(ascii: "\""):
      let content = try text(bytes)
      kind = TimeText.isTime(bytes, content) ? .time : .text
      if hasLoneSurrogate, column >= 0 { tree.nodes[column].loneSurrogates += step }
    case UInt8(ascii: "{"): kind = .object
    case UInt8(ascii: "["): kind = .list
    case UInt8(ascii: "t"):
      try word(bytes, Self.trueLetters, count: 4)
      kind = .bool
    case UInt8(ascii: "f"):
      try word(bytes, Self.falseLetters, count: 5)
      kind = .bool
    case UInt8(ascii: "n"):
      try word(bytes, Self.nullLetters, count: 4)
      kind = .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      kind = try number(bytes, of: column)
    default: throw unexpectedValue(bytes)
    }
    if column >= 0, tree.nodes[column].count(kind, step) {
      keepExample(bytes, start, kind, of: column)
    }
    guard kind == .object || kind == .list else { return false }
    return try openContainer(bytes, of: column, isObject: kind == .object)
  }

  /// Opens an array or object; returns false if it is empty and already closed.
  private mutating func openContainer(
    _ bytes: Span<UInt8>, of column: Int, isObject: Bool
  ) throws(EventFault) -> Bool {
    guard outer.count < limits.depth else {
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
    outer.append(frame)
    frame = Frame(column: column, object: objects, isObject: isObject)
    return true
  }

  private mutating func keepExample(
    _ bytes: Span<UInt8>, _ start: Int, _ kind: Example.Kind, of column: Int
  ) {
    guard step > 0 else { return tree.dropExamples(of: column, from: base + start) }
    let whole = start..<(kind.isScalar ? at : start)
    var end = min(whole.upperBound, start + Example.limit)
    // Do not split a character.
    while end < whole.upperBound, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let isCut = end < whole.upperBound
    let shown = bytes.extracting(start..<end)
    if tree.hasExample(kind, shown, isCut: isCut, of: column, before: base + start) { return }
    var text: [UInt8] = []
    for index in shown.indices { text.append(shown[index]) }
    tree.keep(Example(offset: base + start, kind: kind, text: text, isCut: isCut), of: column)
  }

  private mutating func number(
    _ bytes: Span<UInt8>, of column: Int
  ) throws(EventFault) -> Example.Kind {
    guard let number = NumberScan.read(bytes, from: at) else {
      throw NumberScan.mayContinue(bytes, from: at) ? end() : invalidNumber(bytes)
    }
    at = number.end
    // A number at the end may continue in the next piece.
    guard at < bytes.count else { throw end() }
    if column >= 0 {
      if number.isLong { tree.nodes[column].counts.longIntegers += step }
      if let unit = number.epochUnit { tree.nodes[column].counts.epochs[unit] += step }
    }
    return number.kind
  }

  /// Parses a word whose letters are bytes of an integer, the first one the lowest.
  private mutating func word(
    _ bytes: Span<UInt8>, _ letters: UInt64, count: Int
  ) throws(EventFault) {
    guard !TextScan.hasPrefix(letters, count: count, bytes, at: at) else { return at += count }
    for index in 0..<count {
      guard at + index < bytes.count else { throw end() }
      let letter = UInt8(truncatingIfNeeded: letters >> UInt64(8 * index))
      guard bytes[at + index] == letter else { throw fault("expected a value", bytes) }
    }
    at += count
  }

  private static let trueLetters: UInt64 = 0x65_75_72_74
  private static let falseLetters: UInt64 = 0x65_73_6C_61_66
  private static let nullLetters: UInt64 = 0x6C_6C_75_6E

  @inline(__always)
  mutating func skipSpace(_ bytes: Span<UInt8>) {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): at += 1
      case UInt8(ascii: "\n") where !isByLine: at += 1
      default: return
      }
    }
  }
}
