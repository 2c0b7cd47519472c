import SinkSpec

/// Parsing of strings, and syntax errors.
extension EventScanner {
  /// Parses a string and returns the range between its quotes.
  mutating func text(_ bytes: Span<UInt8>) throws(EventFault) -> Range<Int> {
    let start = at + 1
    at = start
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
      at += 6
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
      throw fault("this byte is not UTF-8", bytes)
    }
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

  func end() -> EventFault {
    EventFault(
      offset: at,
      message: isByLine ? "the line ends inside the event" : "the input ends inside the event",
      isEnd: true)
  }
}
