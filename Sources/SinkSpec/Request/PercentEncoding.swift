/// Percent-encoding of URLs (RFC 3986, section 2.1).
package enum PercentEncoding {
  /// Encodes all but the unreserved characters, for a path segment or query component.
  package static func encoded(_ text: String) -> String {
    let unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8
    // A segment of only dots would traverse the path.
    let isDots = text == "." || text == ".."
    return text.utf8.map { byte in
      if unreserved.contains(byte), !isDots { return String(UnicodeScalar(byte)) }
      return "%" + InvisibleCharacters.hex(UInt32(byte), digits: 2).uppercased()
    }.joined()
  }

  /// Decodes a component of a path or query.
  ///
  /// - Parameters:
  ///   - text: The encoded component.
  ///   - plusIsSpace: Whether a plus sign decodes to a space, as in form-encoded queries.
  /// - Returns: The text; nil if the encoding is invalid or the result is not UTF-8.
  package static func decoded(
    _ text: some StringProtocol, plusIsSpace: Bool = false
  ) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(JSONStringEscapes.hexDigit),
          let low = rest.popFirst().flatMap(JSONStringEscapes.hexDigit)
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    guard UTF8Validity.firstInvalidOffset(in: bytes) == nil else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
