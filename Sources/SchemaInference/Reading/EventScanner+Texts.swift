import SinkSpec

/// Parsing of strings, and syntax errors.
extension EventScanner {
  /// Parses a string and returns the range between its quotes.
  mutating func text(_ bytes: Span<UInt8>) throws(EventFault) -> Range<Int> {
    let start = at + 1
    at = start
    hasLoneSurrogate = false
    while true {
      at = TextScan.firstSpecial(in: bytes, from: at)
      guard at < bytes.count else { throw end() }
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return start..<at - 1
      }
      if byte == UInt8(ascii: "\\") {
        try escape(bytes)
      } else if byte < 0x20 {
        if isByLine, byte == UInt8(ascii: "\n") { throw end() }
        throw fault("control characters in strings must be escaped", bytes)
      } else {
        try multibyte(bytes)
      }
    }
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(EventFault) {
    guard at + 1 < bytes.count else { throw end() }
    switch bytes[at + 1] {
    case UInt8(ascii: "u"):
      for offset in 2..<6 {
        guard at + offset < bytes.count else { throw end() }
        guard JSONStringEscapes.hexDigit(bytes[at + offset]) != nil else {
          throw fault("expected four hexadecimal digits after \\u", bytes)
        }
      }
      at += surrogateLength(bytes)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 2
    default: throw fault("invalid escape", bytes)
    }
  }

  private mutating func multibyte(_ bytes: Span<UInt8>) throws(EventFault) {
    if let length = UTF8Validity.sequenceLength(bytes, at: at) {
      at += length
    } else if at + 4 > bytes.count {
      throw end()
    } else {
      throw fault("this byte is not valid UTF-8", bytes)
    }
  }

  /// Returns the length of a valid `\u` escape, with the second half of a surrogate pair.
  private mutating func surrogateLength(_ bytes: Span<UInt8>) -> Int {
    guard bytes[at + 2] | 0x20 == UInt8(ascii: "d"), let second = digit(bytes, 3), second >= 8
    else { return 6 }
    let isPair =
      second < 0xC && at + 11 < bytes.count && bytes[at + 6] == UInt8(ascii: "\\")
      && bytes[at + 7] == UInt8(ascii: "u") && bytes[at + 8] | 0x20 == UInt8(ascii: "d")
      && (digit(bytes, 9) ?? 0) >= 0xC && digit(bytes, 10) != nil && digit(bytes, 11) != nil
    if !isPair { hasLoneSurrogate = true }
    return isPair ? 12 : 6
  }

  private func digit(_ bytes: Span<UInt8>, _ offset: Int) -> UInt8? {
    JSONStringEscapes.hexDigit(bytes[at + offset])
  }

  func hasEscapes(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
    for at in content where bytes[at] == UInt8(ascii: "\\") { return true }
    return false
  }

  func resolved(_ bytes: Span<UInt8>, _ content: Range<Int>) -> [UInt8] {
    var raw: [UInt8] = []
    for at in content { raw.append(bytes[at]) }
    return Array(JSONStringEscapes.resolve(raw[...]).utf8)
  }

  // MARK: Faults

  func fault(_ message: StaticString, _ bytes: Span<UInt8>) -> EventFault {
    let isLineEnd = isByLine && bytes[at] == UInt8(ascii: "\n")
    return isLineEnd ? end() : EventFault(offset: at, message: message)
  }

  /// Returns the fault for a byte that begins no value.
  func unexpectedValue(_ bytes: Span<UInt8>) -> EventFault {
    notANumber(bytes, from: at) ?? fault("expected a value", bytes)
  }

  func invalidNumber(_ bytes: Span<UInt8>) -> EventFault {
    notANumber(bytes, from: at + 1) ?? fault("invalid JSON number", bytes)
  }

  /// Returns the fault for `NaN` or `Infinity`; nil for other text.
  private func notANumber(_ bytes: Span<UInt8>, from start: Int) -> EventFault? {
    for word in ["NaN", "Infinity"] {
      let letters = Array(word.utf8)
      let count = min(letters.count, bytes.count - start)
      guard count > 0, (0..<count).allSatisfy({ bytes[start + $0] == letters[$0] }) else {
        continue
      }
      // The rest of the word may be in the next piece.
      guard count == letters.count else { return end() }
      return fault("NaN and Infinity are not JSON; write null, or the number as a string", bytes)
    }
    return nil
  }

  func end() -> EventFault {
    EventFault(
      offset: at,
      message: isByLine ? "the line ends inside the event" : "the input ends inside the event",
      isEnd: true)
  }
}
