/// A value that was seen, as JSON text that may be cut short.
struct Example: Sendable {
  /// Where it stood in the input.
  let offset: Int
  let text: [UInt8]
  let isCut: Bool

  /// The most bytes that are kept of one.
  static let limit = 64

  func isSame(as other: Example) -> Bool { isCut == other.isCut && text == other.text }
}
