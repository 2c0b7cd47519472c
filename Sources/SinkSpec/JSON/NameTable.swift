/// A lookup table of strings, such as member names, for use with JSON documents.
struct NameTable: Sendable {
  private let names: [[UInt8]]
  /// The length and first bytes of each name, which differ for most names.
  private let keys: [UInt64]

  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    keys = self.names.map { Self.key($0.span, $0.indices) }
  }

  /// Returns the index of the name that equals a document's string byte by byte.
  ///
  /// Names that differ only in Unicode normalization are different names.
  func index(of index: JSONDocument.Index, in document: JSONDocument) -> Int? {
    let node = document.nodes[index.value]
    guard node.kind == .string else { return nil }
    if node.hasEscapes {
      return document.string(index).flatMap { names.firstIndex(of: Array($0.utf8)) }
    }
    let text = node.start + 1..<node.end - 1
    let key = Self.key(document.bytes.span, text)
    for candidate in keys.indices where keys[candidate] == key {
      if text.count < 8 || Self.isEqual(document.bytes.span, text, names[candidate]) {
        return candidate
      }
    }
    return nil
  }

  private static func key(_ bytes: Span<UInt8>, _ text: Range<Int>) -> UInt64 {
    var key = UInt64(truncatingIfNeeded: text.count)
    for at in text.prefix(7) { key = key << 8 | UInt64(bytes[at]) }
    return key
  }

  private static func isEqual(
    _ bytes: Span<UInt8>, _ text: Range<Int>, _ name: [UInt8]
  ) -> Bool {
    guard text.count == name.count else { return false }
    for at in name.indices where bytes[text.lowerBound + at] != name[at] { return false }
    return true
  }
}
