/// Characters without a visible glyph, such as controls, bidirectional marks and joiners.
package enum InvisibleCharacters {
  /// Returns whether a scalar is invisible.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return true
    case .spaceSeparator: return scalar.value != 0xA0
    default:
      return scalar.properties.isDefaultIgnorableCodePoint
        // Conjoining Hangul vowels and finals combine with the preceding character.
        || (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
    }
  }

  /// Returns equivalent JSON text with invisible characters escaped, except line breaks.
  package static func escapedInJSON(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { contains($0) && $0 != "\n" }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if contains(scalar), scalar != "\n" {
        for unit in String(scalar).utf16 {
          result.append(contentsOf: ("\\u" + hex(UInt32(unit), digits: 4)).unicodeScalars)
        }
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Returns a number in hexadecimal, zero-padded to a minimum number of digits.
  package static func hex(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
