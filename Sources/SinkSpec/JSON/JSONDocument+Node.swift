extension JSONDocument {
  /// An entry of the node list: the value's byte range and the index of the next sibling.
  ///
  /// Packed into 16 bytes, because large documents have many nodes.
  package struct Node: Sendable {
    /// The kind of value.
    package let kind: Kind
    /// Whether a string contains backslash escapes.
    package let hasEscapes: Bool
    private let shortStart: UInt32
    private var shortEnd: UInt32
    private var shortNext: UInt32

    /// The maximum length of a document, in bytes.
    static let textLimit = Int(UInt32.max)

    init(kind: Kind, hasEscapes: Bool, start: Int, end: Int, next: Int) {
      self.kind = kind
      self.hasEscapes = hasEscapes
      shortStart = UInt32(start)
      shortEnd = UInt32(end)
      shortNext = UInt32(next)
    }

    /// The byte offset of the value's first byte.
    package var start: Int { Int(shortStart) }

    /// The byte offset after the value's last byte.
    package var end: Int { Int(shortEnd) }

    /// The node index after this value and its descendants.
    package var next: Int { Int(shortNext) }

    /// Sets the end of an array or object after its contents have been parsed.
    mutating func close(end: Int, next: Int) {
      shortEnd = UInt32(end)
      shortNext = UInt32(next)
    }
  }
}
