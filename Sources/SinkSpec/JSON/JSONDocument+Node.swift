extension JSONDocument {
  /// A value in the list: where its text is, and where the next value outside it stands.
  ///
  /// A large text has many, so each is kept in 16 bytes.
  package struct Node: Sendable {
    /// What the value is.
    package let kind: Kind
    /// Whether a string holds backslash escapes.
    package let hasEscapes: Bool
    private let shortStart: UInt32
    private var shortEnd: UInt32
    private var shortNext: UInt32

    /// The longest text, in bytes, whose places fit.
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

    /// The list index after this value and everything inside it.
    package var next: Int { Int(shortNext) }

    /// Notes where an array or object ends, which is known only after what is inside it.
    mutating func close(end: Int, next: Int) {
      shortEnd = UInt32(end)
      shortNext = UInt32(next)
    }
  }
}
