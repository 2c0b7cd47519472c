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
}
