import SinkSpec

/// Skips the rest of a broken event, block by block.
///
/// If each event has its own line, the next event begins on the next line. Otherwise it begins
/// after the matching bracket, or on a line that looks like the start of an event.
struct EventSkip: Sendable {
  /// The point at which to resume.
  enum End {
    case afterEvent(Int)
    case atEvent(Int)
    /// At a list at the start of a line.
    case atList(Int)
  }

  let isByLine: Bool
  let isInList: Bool
  /// The offset of the event in its line; the next event is not indented further.
  private let indent: Int
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  private var isAtLineStart = false
  private var lineIndent = 0
  private var isAtMargin = false

  init(isByLine: Bool, isInList: Bool, indent: Int) {
    self.isByLine = isByLine
    self.isInList = isInList
    self.indent = indent
  }

  /// Processes the part of the event before the syntax error.
  mutating func enter(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    for at in range { _ = pass(bytes[at]) }
  }

  /// Returns the point at which to resume; nil if it is not in these bytes.
  mutating func end(in bytes: Span<UInt8>, from start: Int) -> End? {
    for at in start..<bytes.count {
      if let end = lineEnd(bytes[at], at) ?? listEnd(bytes[at], at) { return end }
      if pass(bytes[at]), !isByLine { return .afterEvent(at + 1) }
    }
    return nil
  }

  private mutating func lineEnd(_ byte: UInt8, _ at: Int) -> End? {
    guard isAtLineStart else { return nil }
    if EventSeparator.isSeparator(byte) {
      lineIndent += 1
      return nil
    }
    isAtLineStart = false
    // A brace further right begins an object inside the broken event.
    if isByLine || byte == UInt8(ascii: "{") && lineIndent <= indent { return .atEvent(at) }
    return isAtMargin && byte == UInt8(ascii: "[") ? .atList(at) : nil
  }

  private func listEnd(_ byte: UInt8, _ at: Int) -> End? {
    guard !isByLine, !isInText, depth == 0 else { return nil }
    if byte == UInt8(ascii: "{") { return .atEvent(at) }
    let isMark = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
    return isInList && isMark ? .afterEvent(at) : nil
  }

  /// Processes a byte and returns whether it closes the event.
  private mutating func pass(_ byte: UInt8) -> Bool {
    isAtMargin = byte == UInt8(ascii: "\n")
    if isAtMargin {
      // Strings cannot span lines: a closing quote is missing.
      (isAtLineStart, isInText, isEscaped) = (true, false, false)
      lineIndent = 0
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
