import SinkSpec

/// Passes over what is left of a broken event, piece by piece, up to where the next one may begin.
///
/// Where events are lines that is the next line. Elsewhere it is the end of the broken event by its
/// brackets, or a line that begins as an event does, whichever comes first.
struct EventSkip: Sendable {
  /// Where reading goes on.
  enum End {
    case afterEvent(Int)
    case atEvent(Int)
    /// At a list that begins its line.
    case atList(Int)
  }

  let isByLine: Bool
  let isInList: Bool
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  private var isAtLineStart = false
  private var isAtMargin = false

  init(isByLine: Bool, isInList: Bool) {
    self.isByLine = isByLine
    self.isInList = isInList
  }

  /// Takes what was read of the event before it turned out to be broken.
  mutating func enter(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    for at in range { _ = pass(bytes[at]) }
  }

  /// - Returns: nil when the bytes hold no such place.
  mutating func end(in bytes: Span<UInt8>, from start: Int) -> End? {
    for at in start..<bytes.count {
      if let end = lineEnd(bytes[at], at) ?? listEnd(bytes[at], at) { return end }
      if pass(bytes[at]), !isByLine { return .afterEvent(at + 1) }
    }
    return nil
  }

  private mutating func lineEnd(_ byte: UInt8, _ at: Int) -> End? {
    guard isAtLineStart, !JSONSpace.isSpace(byte) else { return nil }
    isAtLineStart = false
    if isByLine || byte == UInt8(ascii: "{") { return .atEvent(at) }
    return isAtMargin && byte == UInt8(ascii: "[") ? .atList(at) : nil
  }

  private func listEnd(_ byte: UInt8, _ at: Int) -> End? {
    guard !isByLine, !isInText, depth == 0 else { return nil }
    if byte == UInt8(ascii: "{") { return .atEvent(at) }
    let isMark = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
    return isInList && isMark ? .afterEvent(at) : nil
  }

  /// - Returns: whether the byte closes the event.
  private mutating func pass(_ byte: UInt8) -> Bool {
    isAtMargin = byte == UInt8(ascii: "\n")
    if isAtMargin {
      // A text does not go over lines: its closing quote is missing.
      (isAtLineStart, isInText, isEscaped) = (true, false, false)
      return false
    }
    if isInText {
      isInText = isEscaped || byte != UInt8(ascii: "\"")
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInText = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth = max(0, depth - 1)
      return depth == 0
    default: break
    }
    return false
  }
}
