internal import Surface

extension ControlSequence {
  /// What a report of the mouse says: `ESC [ < button ; column ; row M`, counted from 1.
  ///
  /// Nil for other sequences, for buttons without a meaning here, and for letting go of one.
  var mouse: Mouse? {
    guard final == UInt8(ascii: "M"), parameters.first == UInt8(ascii: "<") else { return nil }
    let numbers = parameters.dropFirst()
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2], (1...9_999).contains(column), (1...9_999).contains(row)
    else { return nil }
    let place = Canvas.Point(row: row - 1, column: column - 1)
    // Shift, Alt and Ctrl change nothing.
    switch button & ~0b11100 {
    case 0: return Mouse(.press, at: place)
    case 64: return Mouse(.wheelUp, at: place)
    case 65: return Mouse(.wheelDown, at: place)
    default: return nil
    }
  }
}
