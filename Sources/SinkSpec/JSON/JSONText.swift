/// Writes JSON values as text, RFC 8259: the shortest escapes, everything else as it is.
package enum JSONText {
  /// A string value with its quotes.
  package static func string(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u00" + (digits.utf8.count == 1 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// JSON text in which everything shows: control characters, marks of direction, spaces without
  /// width and the like are written as escapes, which mean the same.
  ///
  /// - Parameter text: JSON; line breaks between values stay.
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A) }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || !isUnseen(scalar) {
        result.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result.append(contentsOf: "\\u".unicodeScalars)
          result.append(
            contentsOf: String(repeating: "0", count: 4 - digits.utf8.count).unicodeScalars)
          result.append(contentsOf: digits.unicodeScalars)
        }
      }
    }
    return String(result)
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
      .surrogate:
      true
    case .spaceSeparator: scalar != " "
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
