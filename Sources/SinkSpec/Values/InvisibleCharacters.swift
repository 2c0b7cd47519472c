/// Characters that a screen does not show, or shows as something else: controls, directions, joiners.
package enum InvisibleCharacters {
  /// Whether a character is one of them.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return true
    case .spaceSeparator: return scalar.value != 0xA0
    default:
      return scalar.properties.isDefaultIgnorableCodePoint
        // Conjoining vowels and finals join what stands before them.
        || (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
    }
  }

  /// JSON text that says the same with escapes for what is unseen; its line breaks stay.
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

  /// A number in hexadecimal with at least so many digits.
  package static func hex(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
