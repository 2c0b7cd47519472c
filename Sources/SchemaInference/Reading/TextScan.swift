/// Scans the content of JSON strings, eight bytes at a time.
enum TextScan {
  /// Returns the offset of the first quote, backslash, control character or non-ASCII byte, or the
  /// end.
  @inline(__always)
  static func firstSpecial(in bytes: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at >= 0, at <= bytes.count - 8 {
      let word = Self.word(bytes, at)
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      let found =
        ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
        | ((word &- ones &* 0x20) & ~word) | word
      let marks = found & highs
      if marks != 0 { return at + marks.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < bytes.count, !isSpecial(bytes[at]) { at += 1 }
    return at
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
    var at = 0
    while at <= bytes.count - 8 {
      // Each byte of the sums counts one of eight bytes, 255 times at most.
      var sums: UInt64 = 0
      let end = min(at + 8 * 255, bytes.count - 7)
      while at < end {
        let zeros = word(bytes, at) ^ (ones &* UInt64(byte))
        // Sets the high bit of each nonzero byte.
        let others = ((zeros & ~highs) &+ ~highs) | zeros
        sums &+= (~others & highs) >> 7
        at += 8
      }
      let pairs = (sums & evenBytes) &+ (sums >> 8 & evenBytes)
      count += Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    while at < bytes.count {
      if bytes[at] == byte { count += 1 }
      at += 1
    }
    return count
  }

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 || byte >= 0x80
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let evenBytes: UInt64 = 0x00FF_00FF_00FF_00FF

  /// Returns eight bytes as a little-endian integer; compiles to a single load.
  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
    let eight = bytes.extracting(at..<at + 8)
    var word: UInt64 = 0
    for index in 0..<8 { word |= UInt64(eight[index]) << UInt64(index * 8) }
    return word
  }
}
