internal import CCurses
internal import Surface

/// Pastes without marks: what arrives at once is read before it is looked at.
///
/// Sixteen or more characters that arrive at once, with no other key than Tab and Enter among them,
/// are a paste: nobody types so fast, and scripts that press keys press others too, or wait.
extension KeyDecoder {
  private static let fewestPasted = 16
  /// More than this is looked at in pieces, so that a flood does not keep the screen waiting.
  private static let mostAtOnce = 65_536
  /// How long the next piece of such a paste may take, in milliseconds.
  private static let patience = 30

  /// Reads what has arrived; the key if all of it is a paste, else it is left to be looked at.
  mutating func takeBurst(_ read: Reader) -> Key? {
    var codes: [Int] = []
    while codes.count < Self.mostAtOnce, let code = Self.code(read, patience: 0) {
      codes.append(code)
    }
    let isText = Self.isPastedText(codes)
    if lacksEndOfPaste, isText || Self.hasEndOfPaste(codes) {
      pasted = .init()
    } else if isText {
      readOn(&codes, read)
      pasted = .init()
      for code in codes { takePasted(code) }
      return endPaste()
    }
    pushedBack = codes.reversed()
    return nil
  }

  /// Reads the pieces that follow; a key that is no text is left for later.
  private mutating func readOn(_ codes: inout [Int], _ read: Reader) {
    while let code = Self.code(read, patience: Self.patience) {
      guard Self.isText(code) else {
        pushedBack = [code]
        return
      }
      codes.append(code)
    }
  }

  private static func code(_ read: Reader, patience: Int) -> Int? {
    let code = read(patience)
    return code == CC_KEY_NONE ? nil : code
  }

  private static func isPastedText(_ codes: [Int]) -> Bool {
    // Tabs and line breaks alone are keys that are held down; the rest of a character counts once.
    codes.allSatisfy(isText)
      && codes.count { $0 >= 0x20 && !(0x80...0xBF).contains($0) } >= fewestPasted
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
