/// Decoding of backslash escapes in JSON strings (RFC 8259, section 7).
package enum JSONStringEscapes {
  /// Decodes the content of a valid string.
  ///
  /// Unpaired surrogates become U+FFFD.
  package static func resolve(_ content: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var at = content.startIndex
    while at < content.endIndex {
      guard content[at] == UInt8(ascii: "\\") else {
        result.append(content[at])
        at += 1
        continue
      }
      if content[at + 1] == UInt8(ascii: "u") {
        let (scalar, length) = unicodeScalar(content, at: at)
        result.append(contentsOf: Array(String(scalar).utf8))
        at += length
      } else {
        result.append(short[content[at + 1]] ?? content[at + 1])
        at += 2
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let short: [UInt8: UInt8] = [
    UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "t"): 9,
  ]

  /// Returns whether a string's content contains an unpaired surrogate.
  static func hasLoneSurrogate(_ content: ArraySlice<UInt8>) -> Bool {
    var at = content.startIndex
    while at < content.endIndex {
      guard content[at] == UInt8(ascii: "\\") else {
        at += 1
        continue
      }
      guard content[at + 1] == UInt8(ascii: "u") else {
        at += 2
        continue
      }
      let length = unicodeScalar(content, at: at).length
      if length == 6, (0xD800...0xDFFF).contains(codeUnit(content, at: at)) { return true }
      at += length
    }
    return false
  }

  private static func unicodeScalar(
    _ content: ArraySlice<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let unit = codeUnit(content, at: start)
    if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
    let low = start + 6
    if unit < 0xDC00, low + 5 < content.endIndex, content[low] == UInt8(ascii: "\\"),
      content[low + 1] == UInt8(ascii: "u")
    {
      let second = codeUnit(content, at: low)
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00))
      {
        return (scalar, 12)
      }
    }
    return ("\u{FFFD}", 6)
  }

  private static func codeUnit(_ content: ArraySlice<UInt8>, at start: Int) -> UInt32 {
    content[start + 2..<start + 6].reduce(0) { $0 * 16 + UInt32(hexDigit($1) ?? 0) }
  }

  package static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
