/// Converts ascending byte offsets of a document to lines and columns in a single pass.
package struct SourcePlaces {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var column = 1

  package init(in bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the position of an offset.
  ///
  /// An offset before the previous one restarts the pass.
  package mutating func position(at offset: Int) -> SourcePosition {
    if offset < at { self = SourcePlaces(in: bytes) }
    let end = min(offset, bytes.count)
    while at < end {
      if bytes[at] == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if bytes[at] & 0xC0 != 0x80 {
        column += 1
      }
      at += 1
    }
    return SourcePosition(line: line, column: column)
  }
}
