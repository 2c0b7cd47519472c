/// Percent-encoding of object keys as in the Rust crate object_store 0.12, which the engine uses.
extension ObjectKey {
  /// Returns a key as it is stored: without empty folders, and with each part encoded.
  ///
  /// Splits bytes, because a slash followed by a combining mark is a single `Character`.
  static func stored(_ key: String) -> String {
    key.utf8.split(separator: UInt8(ascii: "/"))
      .map { part in
        let text = String(decoding: part, as: UTF8.self)
        return text == "." ? "%2E" : text == ".." ? "%2E%2E" : encoded(text)
      }
      .joined(separator: "/")
  }

  /// Returns text with its special characters percent-encoded.
  static func encoded(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isEncoded) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      guard isEncoded(scalar) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(scalar).utf8 {
        result += "%" + InvisibleCharacters.hex(UInt32(byte), digits: 2).uppercased()
      }
    }
    return result
  }

  /// Returns whether a character is percent-encoded in a key.
  static func isEncoded(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII || scalar.value < 0x20 || scalar.value == 0x7F
      || special.contains(scalar)
  }

  private static let special = Set("\\{^}%`]\">[~<#|*?".unicodeScalars)
}
