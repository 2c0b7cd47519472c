/// A 1-based line and column in a text.
///
/// Columns count Unicode scalars.
package struct SourcePosition: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Creates the position of a byte offset in UTF-8 text.
  package init(offset: Int, in bytes: [UInt8]) {
    let end = min(offset, bytes.count)
    let lineStart = (bytes[..<end].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    line = 1 + bytes[..<lineStart].count { $0 == UInt8(ascii: "\n") }
    column = 1 + bytes[lineStart..<end].count { $0 & 0xC0 != 0x80 }
  }
}
