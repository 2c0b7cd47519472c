/// An example value as possibly truncated JSON text.
struct Example: Sendable {
  /// The kind of a value.
  enum Kind: UInt8 {
    case null, bool
    /// An integer that fits in 64 bits.
    case integer
    /// An integer that does not fit in 64 bits.
    case bigInteger
    /// A number with a fraction or an exponent.
    case fraction
    /// A number beyond the range of 64-bit floating-point numbers.
    case hugeNumber
    /// A string that is not a timestamp.
    case text
    /// A string that is an RFC 3339 timestamp.
    case time
    case object, list

    /// The kind as a bit of a set.
    var bit: UInt16 { 1 &<< UInt16(rawValue) }

    static let scalarBits = ~(Kind.null.bit | Kind.object.bit | Kind.list.bit)

    /// Whether the value has text to show.
    var isScalar: Bool { self != .null && self != .object && self != .list }
  }

  /// The value's offset in the input.
  let offset: Int
  /// The 1-based line; 0 until it is known.
  var line = 0
  let kind: Kind
  let text: [UInt8]
  let isCut: Bool

  /// The maximum length of an example, in bytes.
  static let limit = 64

  func isSame(as other: Example) -> Bool {
    isSame(as: other.kind, other.text.span, isCut: other.isCut)
  }

  func isSame(as kind: Kind, _ text: Span<UInt8>, isCut: Bool) -> Bool {
    self.kind == kind && self.isCut == isCut && self.text.count == text.count
      && TextScan.isSame(self.text.span, text)
  }
}
