/// Turns rising byte offsets of a document into lines and columns, in one pass over its text.
package struct SourcePlaces {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var lineStart = 0

  package init(of document: JSONDocument) { bytes = document.bytes }

  /// The place of an offset; an offset before the last one asked for starts again from the top.
  package mutating func position(at offset: Int) -> SourcePosition {
    if offset < at {
      at = 0
      line = 1
      lineStart = 0
    }
    let end = min(offset, bytes.count)
    while at < end {
      if bytes[at] == UInt8(ascii: "\n") {
        line += 1
        lineStart = at + 1
      }
      at += 1
    }
    let column = 1 + bytes[lineStart..<end].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: line, column: column)
  }
}
