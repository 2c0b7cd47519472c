/// The terminal's reply about its background colour.
///
/// The reply is `ESC ] 11 ; rgb:1e1e/1e1e/2e2e`, ended by BEL or `ESC \`. It may arrive at any time, in
/// pieces, or never; no piece of it may reach a field.
struct BackgroundReply: Sendable {
  /// The request for the reply.
  static let query = "\u{1B}]11;?\u{1B}\\"
  private static let introducer = Array("11;".utf8)
  private static let maximumLength = 64

  /// Whether a reply is expected.
  private(set) var isExpected = false
  /// The background that the terminal reported, until ``takeBackground()`` is called.
  private(set) var background: Palette.Background?

  mutating func expect() { isExpected = true }

  mutating func takeBackground() -> Palette.Background? { background.take() }

  /// Processes the text of a reply, unless it replies to something else.
  mutating func take(_ text: [UInt8]) {
    guard isExpected, text.starts(with: Self.introducer) else { return }
    isExpected = false
    let color = text.dropFirst(Self.introducer.count)
    background = Palette.Background(color: String(decoding: color, as: UTF8.self))
  }

  /// Returns whether a sequence is the start of the expected reply, whose remainder may arrive
  /// late.
  func isAwaited(in sequence: EscapeSequence) -> Bool {
    isExpected && sequence.replyText.map(isPart) ?? false
  }

  /// Returns whether a sequence was the expected reply until a byte that cannot belong to it.
  func endsBefore(_ byte: UInt8, of sequence: EscapeSequence) -> Bool {
    guard isExpected, let text = sequence.replyText else { return false }
    return text.starts(with: Self.introducer) && !isPart(text)
  }

  /// Returns whether a sequence turned out not to be the expected reply.
  func isAbandoned(in sequence: EscapeSequence) -> Bool {
    sequence.replyText.map { !isPart($0) } ?? false
  }

  /// Returns whether a text may be the start of the expected reply.
  private func isPart(_ text: ArraySlice<UInt8>) -> Bool {
    let count = Self.introducer.count
    return text.count <= Self.maximumLength
      && text.prefix(count).elementsEqual(Self.introducer.prefix(text.count))
      && text.dropFirst(count).allSatisfy(Self.isColor)
  }

  private static func isColor(_ byte: UInt8) -> Bool {
    let scalar = Unicode.Scalar(byte)
    return scalar.properties.isASCIIHexDigit || "rgba:/#?;".unicodeScalars.contains(scalar)
  }
}

extension Palette.Background {
  /// Creates the background of a colour such as `rgb:1e1e/1e1e/2e2e` or `#1e1e2e`; `nil` if it is
  /// malformed.
  init?(color: String) {
    let parts: [Substring]
    if color.hasPrefix("#"), color.utf8.count % 3 == 1 {
      let digits = color.dropFirst()
      let length = digits.count / 3
      parts = (0..<3).map { digits.dropFirst($0 * length).prefix(length) }
    } else if let colon = color.firstIndex(of: ":") {
      parts = color[color.index(after: colon)...].split(separator: "/")
    } else {
      return nil
    }
    let levels = parts.prefix(3).compactMap { part in
      Int(part, radix: 16).map { Double($0) / Double(1 << (4 * part.count) - 1) }
    }
    guard levels.count == 3 else { return nil }
    // Weights for the perceived brightness of the three primary colours.
    let brightness = 0.299 * levels[0] + 0.587 * levels[1] + 0.114 * levels[2]
    self = brightness > 0.5 ? .light : .dark
  }
}
