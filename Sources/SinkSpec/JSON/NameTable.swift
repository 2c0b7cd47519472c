/// Texts that are looked for in a document, such as the names of an object's members.
struct NameTable: Sendable {
  private let names: [[UInt8]]
  /// Of each text its length and first bytes, which tell most of them apart.
  private let keys: [UInt64]

  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    keys = self.names.map { Self.key($0.span, $0.indices) }
  }

  /// The place of the text that a string of a document spells, byte by byte; nil for other texts.
  ///
  /// Names that only look the same, as with composed and decomposed accents, are different names.
  func place(of index: JSONDocument.Index, in document: JSONDocument) -> Int? {
    let node = document.nodes[index.value]
    guard node.kind == .string else { return nil }
    if node.hasEscapes {
      return document.string(index).flatMap { names.firstIndex(of: Array($0.utf8)) }
    }
    let text = node.start + 1..<node.end - 1
    let key = Self.key(document.bytes.span, text)
    for place in keys.indices where keys[place] == key {
      if text.count < 8 || Self.isEqual(document.bytes.span, text, names[place]) { return place }
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
