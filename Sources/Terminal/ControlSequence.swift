package import Screen

/// The part of an escape sequence after `ESC [` or `ESC O`: parameters and the final byte.
package struct ControlSequence: Hashable, Sendable {
  package let parameters: [UInt8]
  package let final: UInt8

  package init(parameters: [UInt8], final: UInt8) {
    self.parameters = parameters
    self.final = final
  }

  /// The key that the sequence encodes, or `nil` for replies, releases and unsupported keys.
  package var key: Key? {
    if let mouse { return .mouse(mouse) }
    // Prefixes such as `?` and `<` belong to replies and other mouse events.
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    let numbers = self.numbers
    let modifiers = KeyModifiers(numbers.dropFirst().first)
    guard !modifiers.isRelease else { return nil }
    let number = numbers.first?.first ?? 0
    switch final {
    case UInt8(ascii: "u"):
      return Self.key(code: number, shifted: numbers.first?.dropFirst().first, modifiers)
    // xterm's encoding of other keys.
    case UInt8(ascii: "~") where number == 27 && numbers.count == 3:
      return Self.key(code: numbers[2].first ?? 0, shifted: nil, modifiers)
    case UInt8(ascii: "~"): return Self.key(number: number, modifiers)
    // With parameters, this is a cursor position report.
    case UInt8(ascii: "R"): return numbers.isEmpty ? .function(3) : nil
    default: return Self.key(letter: final, modifiers)
    }
  }

  /// Whether a bracketed paste starts (`true`) or ends (`false`) here; `nil` for other sequences.
  package var pasteMark: Bool? {
    guard final == UInt8(ascii: "~") else { return nil }
    switch numbers {
    case [[200]]: return true
    case [[201]]: return false
    default: return nil
    }
  }

  /// The parameters, each with its subparameters.
  private var numbers: [[Int]] {
    guard !parameters.isEmpty else { return [] }
    return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { digits in
        digits.prefix(7).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
      }
    }
  }

  private static func key(letter: UInt8, _ modifiers: KeyModifiers) -> Key? {
    let isModified = modifiers.isModified
    switch letter {
    case UInt8(ascii: "A"): return isModified ? .altUp : .up
    case UInt8(ascii: "B"): return isModified ? .altDown : .down
    case UInt8(ascii: "C"):
      return modifiers.isControl ? .controlRight : isModified ? .altRight : .right
    case UInt8(ascii: "D"):
      return modifiers.isControl ? .controlLeft : isModified ? .altLeft : .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "P"): return .function(1)
    case UInt8(ascii: "Q"): return .function(2)
    case UInt8(ascii: "S"): return .function(4)
    // rxvt sends Ctrl with an arrow as `ESC O c` and `ESC O d`.
    case UInt8(ascii: "c"): return .controlRight
    case UInt8(ascii: "d"): return .controlLeft
    default: return nil
    }
  }

  private static func key(number: Int, _ modifiers: KeyModifiers) -> Key? {
    let isModified = modifiers.isModified
    switch number {
    case 1, 7: return .home
    case 4, 8: return .end
    case 2: return .insert
    case 3: return isModified ? .altDelete : .delete
    case 5: return isModified ? .altPageUp : .pageUp
    case 6: return isModified ? .altPageDown : .pageDown
    case 11...15: return .function(number - 10)
    case 17...21: return .function(number - 11)
    case 23...26: return .function(number - 12)
    case 28, 29: return .function(number - 13)
    case 31...34: return .function(number - 14)
    default: return nil
    }
  }
}

extension ControlSequence {
  /// The key of a numeric keypad in application mode, which sends `ESC O` and a letter.
  package var padKey: Key? {
    switch final {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "X"): .character("=")
    // The letters are 0x40 above the characters they represent.
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      .character(Character(Unicode.Scalar(final - 0x40)))
    default: key
    }
  }
}
