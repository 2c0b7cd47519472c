internal import Screen

extension ControlSequence {
  /// The mouse event of an SGR report, `ESC [ < button ; column ; row M`, with positions starting
  /// at 1.
  ///
  /// `nil` for other sequences, for unsupported buttons, and for button releases.
  var mouse: Mouse? {
    guard final == UInt8(ascii: "M"), parameters.first == UInt8(ascii: "<") else { return nil }
    let numbers = parameters.dropFirst()
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2], (1...9_999).contains(column), (1...9_999).contains(row)
    else { return nil }
    let position = Canvas.Point(row: row - 1, column: column - 1)
    // Ignore the modifiers Shift, Alt and Ctrl.
    switch button & ~0b11100 {
    case 0: return Mouse(.press, at: position)
    case 64: return Mouse(.wheelUp, at: position)
    case 65: return Mouse(.wheelDown, at: position)
    default: return nil
    }
  }
}
