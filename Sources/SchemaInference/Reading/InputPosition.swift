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
    let count = TextScan.count(of: UInt8(ascii: "\n"), in: bytes.extracting(range))
    if count > 0 {
      line += count
      var last = range.upperBound - 1
      while bytes[last] != UInt8(ascii: "\n") { last -= 1 }
      lineStart = offset + last + 1 - range.lowerBound
    }
    offset += range.count
  }
}
