package import Screen

/// The part of an escape sequence after `ESC [` or `ESC O`: parameters and the final byte.
package struct ControlSequence: Hashable, Sendable {
  package let parameters: [UInt8]
  package let final: UInt8

  package init(parameters: [UInt8], final: UInt8) {
    self.parameters = parameters
    self.final = final
  }

  /// The key that the sequence encodes, or `nil` for replies and unsupported keys.
  package var key: Key? {
    if let mouse { return .mouse(mouse) }
    // Prefixes such as `?` and `<` belong to replies and other mouse events.
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    let numbers = self.numbers
    let modified = isModified(numbers)
    switch final {
    case UInt8(ascii: "~"): return Self.key(number: numbers.first ?? 0, modified: modified)
    // With parameters, this is a cursor position report.
    case UInt8(ascii: "R"): return numbers.isEmpty ? .function(3) : nil
    case UInt8(ascii: "C") where isControl(numbers): return .controlRight
    case UInt8(ascii: "D") where isControl(numbers): return .controlLeft
    default: return Self.key(letter: final, modified: modified)
    }
  }

  /// Whether a bracketed paste starts (`true`) or ends (`false`) here; `nil` for other sequences.
  package var pasteMark: Bool? {
    guard final == UInt8(ascii: "~") else { return nil }
    switch numbers {
    case [200]: return true
    case [201]: return false
    default: return nil
    }
  }

  private var numbers: [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { digits in digits.prefix(4).reduce(0) { $0 * 10 + Int($1 & 0x0F) } }
      .filter { !parameters.isEmpty || $0 != 0 }
  }

  /// Returns whether Alt, Ctrl or Meta is held; the second parameter is a modifier bit set plus
  /// one, and bit 0 is Shift.
  private func isModified(_ numbers: [Int]) -> Bool {
    numbers.count >= 2 && numbers[1] > 1 && (numbers[1] - 1) & ~1 != 0
  }

  /// Returns whether Ctrl is held without Alt and Meta.
  private func isControl(_ numbers: [Int]) -> Bool {
    numbers.count >= 2 && [4, 5].contains(numbers[1] - 1)
  }

  private static func key(letter: UInt8, modified: Bool) -> Key? {
    switch letter {
    case UInt8(ascii: "A"): modified ? .altUp : .up
    case UInt8(ascii: "B"): modified ? .altDown : .down
    case UInt8(ascii: "C"): modified ? .altRight : .right
    case UInt8(ascii: "D"): modified ? .altLeft : .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "Z"): .backTab
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "S"): .function(4)
    // rxvt sends Ctrl with an arrow as `ESC O c` and `ESC O d`.
    case UInt8(ascii: "c"): .controlRight
    case UInt8(ascii: "d"): .controlLeft
    default: nil
    }
  }

  private static func key(number: Int, modified: Bool) -> Key? {
    switch number {
    case 1, 7: .home
    case 4, 8: .end
    case 2: .insert
    case 3: modified ? .altDelete : .delete
    case 5: modified ? .altPageUp : .pageUp
    case 6: modified ? .altPageDown : .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
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
