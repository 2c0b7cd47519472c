/// Turns rising byte offsets of a document into lines and columns, in one pass over its text.
package struct SourcePlaces {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var column = 1

  package init(in bytes: [UInt8]) { self.bytes = bytes }

  /// The place of an offset; an offset before the last one asked for starts again from the top.
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
