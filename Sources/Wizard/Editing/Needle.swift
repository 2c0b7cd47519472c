/// A text to find in others, ignoring case.
///
/// Almost all names and requests are ASCII, which is compared byte by byte: on 100,000 lines,
/// `lowercased().contains(_:)` takes a noticeable fraction of a second.
struct Needle: Hashable, Sendable {
  /// The text in lower case.
  let text: String
  /// The bytes of the text; nil if they are not all ASCII.
  private let bytes: [UInt8]?

  init(_ text: String) {
    self.text = text.lowercased()
    bytes = self.text.utf8.allSatisfy { $0 < 0x80 } ? Array(self.text.utf8) : nil
  }

  var isEmpty: Bool { text.isEmpty }

  /// Returns whether the text occurs in another; an empty text always does.
  func occurs(in other: String) -> Bool {
    guard !isEmpty else { return true }
    guard let bytes, other.utf8Span.isKnownASCII else {
      return other.lowercased().contains(text)
    }
    let haystack = other.utf8Span.span
    var start = 0
    while start + bytes.count <= haystack.count {
      var length = 0
      while length < bytes.count, Self.lowercased(haystack[start + length]) == bytes[length] {
        length += 1
      }
      if length == bytes.count { return true }
      start += 1
    }
    return false
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
