internal import Screen

/// Detection of pastes that arrive without marks.
///
/// Sixteen or more characters that arrive together, with no key other than Tab and Enter among
/// them, count as a paste. Nobody types that fast, and scripts send other keys too, or wait in
/// between. If the terminal marks pastes, Tab and Enter do not count either: they then come from a
/// script, or from someone who typed ahead.
extension KeyDecoder {
  private static let minimumPasteLength = 16

  /// Returns whether bytes between keys are part of a bracketed paste whose start is missing.
  func startsPaste(_ bytes: [UInt8]) -> Bool {
    guard case .betweenKeys = state else { return false }
    return lacksEndOfPaste && (Self.isPastedText(bytes) || bytes.contains(Self.endOfPaste))
  }

  /// Returns whether bytes between keys start a paste without marks.
  func startsUnmarkedPaste(_ bytes: [UInt8], at now: Instant) -> Bool {
    guard case .betweenKeys = state, Self.isPastedText(bytes), !mayBeLate(bytes[0], at: now)
    else { return false }
    return !marksPastes || !bytes.contains { $0 < 0x20 }
  }

  /// Ends a paste without marks immediately if the terminal marks pastes: the rest is not awaited.
  mutating func endTypedText(_ keys: inout [Key]) {
    guard marksPastes, case .inUnmarkedPaste(let text) = state else { return }
    keys += Self.key(of: text)
    state = .betweenKeys
  }

  private static let endOfPaste = Array("\u{1B}[201~".utf8)

  private static func isPastedText(_ bytes: [UInt8]) -> Bool {
    // Tabs and line breaks alone come from auto-repeat; count multi-byte characters once.
    bytes.allSatisfy(isText)
      && bytes.count { $0 >= 0x20 && !(0x80...0xBF).contains($0) } >= minimumPasteLength
  }

  static func isText(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0x80...0xFF: true
    default: false
    }
  }
}
