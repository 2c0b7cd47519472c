import SinkSpec

/// Double-quoted string literals, with the short escapes that most languages share.
enum StringLiteral {
  /// Returns the short escape of a character; nil if it has none.
  static func shortEscape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: nil
    }
  }

  /// Returns text as a literal.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - escape: Returns the numeric escape of an invisible character.
  /// - Returns: The literal with its quotes.
  static func quoted(_ text: String, escape: (Unicode.Scalar) -> String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if let short = shortEscape(scalar) {
        result += short
      } else if InvisibleCharacters.contains(scalar) {
        result += escape(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
