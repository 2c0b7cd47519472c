import SinkSpec

/// An iterative parser that counts the values of events without storing them.
///
/// Values are counted while parsing. If an event turns out to be broken, it is parsed again to
/// revert the counts.
struct EventScanner: Sendable {
  /// An open array or object.
  struct Frame {
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
  var open: [Frame] = []
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
    if let column = expectedSeparator(bytes) { return column }
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
    let kind: Example.Kind
    switch bytes[at] {
    case UInt8(ascii: "\""):
      let content = try text(bytes)
      let isTime = TimeText.isTime(bytes, content)
      kind = isTime ? .time : .text
      if column >= 0 {
        if isTime {
          tree.nodes[column].counts.times += step
        } else {
          tree.nodes[column].counts.texts += step
        }
        if hasLoneSurrogate { tree.nodes[column].loneSurrogates += step }
      }
    case UInt8(ascii: "{"):
      if column >= 0 {
        tree.nodes[column].counts.objects += step
        keepKind(.object, at: start, of: column)
      }
      return try openContainer(bytes, of: column, isObject: true)
    case UInt8(ascii: "["):
      if column >= 0 {
        tree.nodes[column].counts.lists += step
        keepKind(.list, at: start, of: column)
      }
      return try openContainer(bytes, of: column, isObject: false)
    case UInt8(ascii: "t"):
      try word(bytes, Self.trueLetters)
      kind = .bool
      if column >= 0 { tree.nodes[column].counts.bools += step }
    case UInt8(ascii: "f"):
      try word(bytes, Self.falseLetters)
      kind = .bool
      if column >= 0 { tree.nodes[column].counts.bools += step }
    case UInt8(ascii: "n"):
      try word(bytes, Self.nullLetters)
      if column >= 0 {
        tree.nodes[column].counts.nulls += step
        keepKind(.null, at: start, of: column)
      }
      return false
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      kind = try number(bytes, of: column)
    default: throw unexpectedValue(bytes)
    }
    if column >= 0, needsExample(kind, of: column) {
      keepExample(bytes, start, kind, of: column)
    }
    return false
  }

  /// Returns whether to add an example of a kind to a column, or to remove one.
  @inline(__always)
  private func needsExample(_ kind: Example.Kind, of column: Int) -> Bool {
    tree.nodes[column].wantedKinds & kind.bit != 0 || step < 0
  }

  /// Records the position of a value whose kind has no text to show.
  @inline(__always)
  private mutating func keepKind(_ kind: Example.Kind, at start: Int, of column: Int) {
    guard needsExample(kind, of: column) else { return }
    guard step > 0 else { return tree.dropExamples(of: column, from: base + start) }
    tree.keep(Example(offset: base + start, kind: kind, text: [], isCut: false), of: column)
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

  private mutating func keepExample(
    _ bytes: Span<UInt8>, _ start: Int, _ kind: Example.Kind, of column: Int
  ) {
    guard step > 0 else { return tree.dropExamples(of: column, from: base + start) }
    var end = min(at, start + Example.limit)
    // Do not split a character.
    while end < at, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let isKnown = tree.hasExample(
      kind, bytes.extracting(start..<end), isCut: end < at, of: column, before: base + start)
    if isKnown { return }
    var text: [UInt8] = []
    for index in start..<end { text.append(bytes[index]) }
    tree.keep(
      Example(offset: base + start, kind: kind, text: text, isCut: end < at), of: column)
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
    let kind = number.kind.exampleKind
    guard column >= 0 else { return kind }
    switch number.kind {
    case .integer:
      tree.nodes[column].counts.integers += step
      if number.isLong { tree.nodes[column].counts.longIntegers += step }
      if let unit = number.epochUnit { tree.nodes[column].counts.epochs[unit] += step }
    case .bigInteger: tree.nodes[column].counts.bigIntegers += step
    case .fraction: tree.nodes[column].counts.fractions += step
    case .huge: tree.nodes[column].counts.hugeNumbers += step
    }
    return kind
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
