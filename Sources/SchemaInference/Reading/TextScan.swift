/// Scans the content of JSON strings, eight bytes at a time.
enum TextScan {
  /// Returns the offset of the first quote, backslash, control character or non-ASCII byte, or the
  /// end.
  @inline(__always)
  static func firstSpecial(in bytes: Span<UInt8>, from start: Int) -> Int {
    guard start >= 0 else { return bytes.count }
    var at = start
    while at <= bytes.count - 8 {
      let word = Self.word(bytes, at)
      // A subtraction sets the high bit of a byte that is too small, and of no byte before it.
      let quotes = (word ^ (ones &* 0x22)) &- ones
      let backslashes = (word ^ (ones &* 0x5C)) &- ones
      let controls = word &- ones &* 0x20
      let marks = (quotes | backslashes | controls | word) & highs
      if marks != 0 { return at + marks.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < bytes.count, !isSpecial(bytes[at]) { at += 1 }
    return at
  }

  /// Returns whether the bytes from an offset on begin with the lowest bytes of an integer; false
  /// within the last eight bytes.
  @inline(__always)
  static func hasPrefix(
    _ prefix: UInt64, count: Int, _ bytes: Span<UInt8>, at start: Int
  ) -> Bool {
    start <= bytes.count - 8
      && (word(bytes, start) ^ prefix) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count) == 0
  }

  /// Returns whether two spans of the same length are equal.
  @inline(__always)
  static func isSame(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    var at = 0
    while at <= one.count - 8, at <= other.count - 8 {
      guard word(one, at) == word(other, at) else { return false }
      at += 8
    }
    if at > 0, other.count >= 8 {
      // The last eight bytes overlap those before.
      return word(one, one.count - 8) == word(other, one.count - 8)
    }
    while at < one.count {
      guard one[at] == other[at] else { return false }
      at += 1
    }
    return true
  }

  /// Returns the number of occurrences of a byte.
  static func count(of byte: UInt8, in bytes: Span<UInt8>) -> Int {
    var count = 0
    var start = 0
    while start < bytes.count {
      // Blocks that a byte can count and the lack of a branch let the compiler vectorize the loop.
      let block = bytes.extracting(start..<min(start + 240, bytes.count))
      var others: UInt8 = 0
      for index in block.indices {
        let difference = block[index] ^ byte
        others &+= (difference | (0 &- difference)) >> 7
      }
      count += block.count - Int(others)
      start += block.count
    }
    return count
  }

  /// Returns the offset of the first byte that is not a digit, or the end.
  @inline(__always)
  static func firstNonDigit(in bytes: Span<UInt8>, from start: Int) -> Int {
    guard start >= 0 else { return bytes.count }
    var at = start
    while at <= bytes.count - 8 {
      // An addition sets the high bit of a byte that is too large, and of no byte before it.
      let digits = word(bytes, at) ^ (ones &* 0x30)
      let marks = (digits | (digits &+ ones &* 0x76)) & highs
      if marks != 0 { return at + marks.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 }
    return at
  }

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 || byte >= 0x80
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Returns eight bytes as a little-endian integer; compiles to a single load.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
    let eight = bytes.extracting(at..<at + 8)
    var word: UInt64 = 0
    for index in 0..<8 { word |= UInt64(eight[index]) << UInt64(index * 8) }
    return word
  }
}
