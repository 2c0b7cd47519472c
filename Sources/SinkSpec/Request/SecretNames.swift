/// Names typical of secrets, such as `apiToken` or `aws_secret_access_key`.
package enum SecretNames {
  /// Words that mark a secret anywhere in a name.
  private static let words = [
    "token", "secret", "password", "passwd", "accesskey", "apikey", "privatekey", "authkey",
    "authorization",
  ].map { Array($0.utf8) }
  /// A word that marks a secret only at the end of a name, because `author` starts with it.
  private static let ending = Array("auth".utf8)

  /// Returns whether a name is typical of secrets.
  package static func contains(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return bytes.indices.contains { end(ofNameIn: bytes, at: $0) != nil }
  }

  /// Returns the end of the secret-like word that starts at a position; nil if there is none.
  ///
  /// Ignores case, and separators between letters.
  static func end(ofNameIn text: [UInt8], at start: Int) -> Int? {
    for word in words {
      if let end = self.end(of: word, in: text, at: start) { return end }
    }
    guard let end = end(of: ending, in: text, at: start) else { return nil }
    return end < text.count && (isLetter(text[end]) || isSeparator(text[end])) ? nil : end
  }

  private static func end(of word: [UInt8], in text: [UInt8], at start: Int) -> Int? {
    var position = start
    for letter in word {
      while position > start, position < text.count, isSeparator(text[position]) { position += 1 }
      guard position < text.count, text[position] | 0x20 == letter else { return nil }
      position += 1
    }
    return position
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    "_-. ".utf8.contains(byte)
  }
}
