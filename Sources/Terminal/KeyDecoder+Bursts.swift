internal import CCurses
internal import Screen

/// Detection of pastes in terminals without bracketed paste.
///
/// Sixteen or more characters that arrive in one read, with no key other than Tab and Enter among
/// them, count as a paste. Nobody types that fast, and scripts send other keys too, or wait in
/// between.
extension KeyDecoder {
  private static let minimumPasteLength = 16
  /// The maximum number of codes per read, so that a flood of input does not block painting.
  private static let maximumBurst = 65_536
  /// The timeout for the next part of a paste, in milliseconds.
  private static let partTimeout = 30

  /// Reads all pending input and returns it if it is a paste; otherwise pushes it back.
  mutating func takeBurst(_ read: Reader) -> Key? {
    var codes: [Int] = []
    while codes.count < Self.maximumBurst, let code = code(read, timeout: 0) {
      codes.append(code)
    }
    let isText = Self.isPastedText(codes)
    if lacksEndOfPaste, isText || Self.hasEndOfPaste(codes) {
      pasted = .init()
    } else if isText {
      readRest(&codes, read)
      pasted = .init()
      for code in codes { appendPasted(code) }
      return endPaste()
    }
    pushedBack = codes.reversed()
    return nil
  }

  /// Reads the remaining parts of a paste; pushes back the first key that is not text.
  private mutating func readRest(_ codes: inout [Int], _ read: Reader) {
    while let code = code(read, timeout: Self.partTimeout) {
      guard Self.isText(code) else {
        pushedBack = [code]
        return
      }
      codes.append(code)
    }
  }

  private static func isPastedText(_ codes: [Int]) -> Bool {
    // Tabs and line breaks alone come from auto-repeat; count multi-byte characters once.
    codes.allSatisfy(isText)
      && codes.count { $0 >= 0x20 && !(0x80...0xBF).contains($0) } >= minimumPasteLength
  }

  private static func isText(_ code: Int) -> Bool {
    switch code {
    case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0x80...0xFF: true
    default: false
    }
  }

  private static func hasEndOfPaste(_ codes: [Int]) -> Bool {
    codes.contains("\u{1B}[201~".utf8.map(Int.init))
  }
}
