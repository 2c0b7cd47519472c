/// An example value as possibly truncated JSON text.
struct Example: Sendable {
  /// The value's offset in the input.
  let offset: Int
  let text: [UInt8]
  let isCut: Bool

  /// The maximum length of an example, in bytes.
  static let limit = 64

  func isSame(as other: Example) -> Bool { isCut == other.isCut && text == other.text }
}
