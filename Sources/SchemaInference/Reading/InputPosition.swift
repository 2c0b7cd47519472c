/// A position in the input.
package struct InputPosition: Hashable, Sendable {
  /// The byte offset.
  package var offset = 0
  /// The 1-based line.
  package var line = 1
  /// The offset of the start of the line.
  package var lineStart = 0

  package init() {}

  /// Advances past bytes, counting line ends.
  mutating func pass(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let count = Self.lineEnds(bytes.extracting(range))
    if count > 0 {
      line += count
      var last = range.upperBound - 1
      while bytes[last] != UInt8(ascii: "\n") { last -= 1 }
      lineStart = offset + last + 1 - range.lowerBound
    }
    offset += range.count
  }

  private static func lineEnds(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    var at = 0
    while at <= bytes.count - 8 {
      count &+= TextScan.count(of: UInt8(ascii: "\n"), inEightFrom: at, of: bytes)
      at += 8
    }
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\n") { count += 1 }
      at += 1
    }
    return count
  }
}
