/// A filter that takes the terminal's reply about its background colour out of its input.
///
/// The reply is `ESC ] 11 ; rgb:1e1e/1e1e/2e2e`, ended by BEL or `ESC \`. It may arrive at any time, in
/// pieces, or never; no piece of it may reach a field.
struct BackgroundReply: Sendable {
  private enum Progress: Hashable {
    /// The number of codes of the introducer that were read.
    case introducer(Int)
    case color([UInt8])
    /// An escape that may end the colour.
    case escape(after: [UInt8])
  }

  /// The request for the reply.
  static let query = "\u{1B}]11;?\u{1B}\\"
  private static let introducer = "\u{1B}]11;".utf8.map { Int($0) }
  private static let escape = 0x1B
  private static let maximumLength = 64

  /// Whether a reply is expected; if not, codes need not pass the filter.
  private(set) var isExpected = false
  /// The background that the terminal reported, until it is taken.
  private(set) var background: Palette.Background?
  private var progress = Progress.introducer(0)
  /// The codes of the introducer that may still turn out to be keys.
  private var held: [Int] = []

  /// Whether a part of the reply was read, so that the rest may follow soon.
  var isPartial: Bool { progress != .introducer(0) }

  mutating func expect() { isExpected = true }

  mutating func takeBackground() -> Palette.Background? { background.take() }

  /// Filters a code.
  ///
  /// - Returns: The codes that are not part of the reply, in order.
  mutating func take(_ code: Int) -> [Int] {
    switch progress {
    case .introducer(let count):
      guard code == Self.introducer[count] else { return release(before: code) }
      held.append(code)
      progress = .introducer(count + 1)
      if count + 1 == Self.introducer.count {
        held = []
        progress = .color([])
      }
      return []
    case .color(let bytes):
      switch code {
      case Self.escape: progress = .escape(after: bytes)
      case 0x07, 0x9C: finish(bytes)
      case _ where bytes.count < Self.maximumLength && Self.isColor(code):
        progress = .color(bytes + [UInt8(code)])
      default:
        progress = .introducer(0)
        return [code]
      }
      return []
    case .escape(let bytes):
      guard code == Int(UInt8(ascii: "\\")) else {
        progress = .introducer(0)
        return take(Self.escape) + take(code)
      }
      finish(bytes)
      return []
    }
  }

  /// Returns the codes that nothing has followed for a while: Escape and Alt-] are keys, unless the
  /// rest of the reply is late.
  mutating func takeKey() -> [Int] {
    guard held.first == Self.escape, held.count <= 2 else { return [] }
    defer { held = [] }
    return held
  }

  private mutating func release(before code: Int) -> [Int] {
    let released = held
    held = []
    progress = .introducer(0)
    return released + (code == Self.escape && !released.isEmpty ? take(code) : [code])
  }

  private static func isColor(_ code: Int) -> Bool {
    guard let byte = UInt8(exactly: code), byte < 0x80 else { return false }
    let scalar = Unicode.Scalar(byte)
    return scalar.properties.isASCIIHexDigit || "rgba:/#?;".unicodeScalars.contains(scalar)
  }

  private mutating func finish(_ bytes: [UInt8]) {
    isExpected = false
    progress = .introducer(0)
    background = Palette.Background(color: String(decoding: bytes, as: UTF8.self))
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
    // The perceived brightness of the three primaries.
    let brightness = 0.299 * levels[0] + 0.587 * levels[1] + 0.114 * levels[2]
    self = brightness > 0.5 ? .light : .dark
  }
}
