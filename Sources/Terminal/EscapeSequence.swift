internal import Screen

/// A sequence that starts with ESC, decoded byte by byte.
///
/// A sequence for a key that this program does not use is consumed to its end and dropped, like a
/// reply; otherwise, its tail would be typed into the form. A control character is never part of a
/// sequence: it ends an incomplete one, so that keys such as Ctrl-C always work.
struct EscapeSequence: Sendable {
  /// The effect of a byte.
  enum Step: Hashable {
    /// The sequence is incomplete.
    case more
    /// The sequence is complete; it means the keys, if any.
    case keys([Key])
    /// ESC was followed by the first byte of a character that was typed with Alt held.
    case alt(UInt8)
    /// A bracketed paste starts.
    case pasteStart
    /// A reply from the terminal: an operating system command (OSC).
    case reply([UInt8])
    /// The sequence ended before this byte, which starts something else.
    case ended([Key])
    /// The sequence ended before the last ESC, which starts another with this byte.
    case restarted([Key])
  }

  private enum Part: Hashable {
    case start, secondEscape
    case parameters(of: UInt8)
    /// The letter of a function key of the Linux console, `ESC [ [ A`.
    case consoleLetter
    /// The last bytes of a mouse report in the old encoding.
    case oldMouse(missing: Int)
    /// The text of a reply, up to BEL or `ESC \`.
    case text(of: UInt8)
    case textEscape
  }

  private static let maximumLength = 128

  /// The bytes so far, from ESC on, without those beyond the maximum length.
  private(set) var bytes: [UInt8] = [0x1B]
  private var part = Part.start
  /// Whether a second ESC preceded the sequence, which is how some terminals send Alt.
  private var hasAlt = false

  /// The text of a reply so far; `nil` in other sequences.
  var replyText: ArraySlice<UInt8>? {
    guard bytes.dropFirst().first == UInt8(ascii: "]") else { return nil }
    return part == .textEscape ? text.dropLast() : text
  }
  private var text: ArraySlice<UInt8> { bytes.dropFirst(2) }
  /// Whether the bytes so far are the Escape key, or Alt-_, unless more follows.
  var mayBeKey: Bool {
    part == .start || part == .secondEscape
      || part == .text(of: UInt8(ascii: "_")) && text.isEmpty
  }
  /// Whether parameters preceded the final byte; nobody can type them that fast.
  var hasParameters: Bool { bytes.count > 3 }

  /// The keys of an incomplete sequence if nothing follows it.
  var keysAlone: [Key] {
    switch (part, bytes.count) {
    case (.start, _): [.escape]
    case (.secondEscape, _): [.escape, .escape]
    case (.parameters(let introducer), 2), (.text(let introducer), 2):
      (hasAlt ? [.escape] : []) + [.alt(Character(Unicode.Scalar(introducer)))]
    default: []
    }
  }

  /// Takes a byte.
  mutating func take(_ byte: UInt8, _ table: KeyTable) -> Step {
    if bytes.count < Self.maximumLength { bytes.append(byte) }
    if let key = table[bytes] { return .keys([hasAlt ? key.withAlt : key]) }
    switch part {
    case .start: return start(with: byte)
    case .secondEscape: return second(byte)
    case .parameters(let introducer): return parameter(byte, introducer)
    case .consoleLetter:
      guard byte >= 0x20 else { return .ended([]) }
      return .keys((0x41...0x45).contains(byte) ? [.function(Int(byte) - 0x40)] : [])
    case .oldMouse(let missing):
      guard byte >= 0x20 else { return .ended([]) }
      part = .oldMouse(missing: missing - 1)
      return missing > 1 ? .more : .keys([])
    case .text(let introducer): return textByte(byte, introducer)
    case .textEscape:
      guard byte == UInt8(ascii: "\\") else { return .restarted([]) }
      return reply(text.dropLast(2))
    }
  }

  private mutating func start(with byte: UInt8) -> Step {
    switch byte {
    case 0x1B: part = .secondEscape
    case UInt8(ascii: "["), UInt8(ascii: "O"): part = .parameters(of: byte)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): part = .text(of: byte)
    case 0x0A, 0x0D: return .keys([.alt("\r")])
    case 0x08, 0x7F: return .keys([.altBackspace])
    case 0..<0x20: return .ended([.escape])
    default: return .alt(byte)
    }
    return .more
  }

  /// Decodes the byte after two ESC: Alt with a key that is itself a sequence, or else the Escape
  /// key.
  private mutating func second(_ byte: UInt8) -> Step {
    guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") else {
      return .restarted([.escape])
    }
    hasAlt = true
    bytes.removeFirst()
    part = .parameters(of: byte)
    return .more
  }

  private mutating func parameter(_ byte: UInt8, _ introducer: UInt8) -> Step {
    switch byte {
    case 0x20..<0x40: return .more
    case UInt8(ascii: "[") where introducer == byte && bytes.count == 3:
      part = .consoleLetter
      return .more
    case UInt8(ascii: "M") where introducer != UInt8(ascii: "O") && bytes.count == 3:
      part = .oldMouse(missing: 3)
      return .more
    case 0x40..<0x7F: break
    default: return .ended([])
    }
    let sequence = ControlSequence(
      parameters: Array(bytes.dropFirst(2).prefix { $0 < 0x40 }), final: byte)
    if introducer == UInt8(ascii: "["), let begins = sequence.pasteMark {
      return begins ? .pasteStart : .keys([])
    }
    let key = introducer == UInt8(ascii: "O") ? sequence.padKey : sequence.key
    guard hasAlt else { return .keys([key].compactMap { $0 }) }
    return .keys([key?.withAlt ?? .escape])
  }

  private mutating func textByte(_ byte: UInt8, _ introducer: UInt8) -> Step {
    // Only a reply of the Kitty graphics protocol starts this way; anything else is Alt-_.
    if introducer == UInt8(ascii: "_"), bytes.count == 3, byte != UInt8(ascii: "G") {
      return .ended([.alt("_")])
    }
    switch byte {
    case 0x07: return reply(text.dropLast())
    case 0x1B:
      part = .textEscape
      return .more
    case 0..<0x20: return .ended([])
    default: return .more
    }
  }

  private func reply(_ text: ArraySlice<UInt8>) -> Step {
    bytes[1] == UInt8(ascii: "]") ? .reply(Array(text)) : .keys([])
  }
}

extension Key {
  /// The key with Alt held, or the key itself if the combination has no meaning of its own.
  var withAlt: Key {
    switch self {
    case .up: .altUp
    case .down: .altDown
    case .left: .altLeft
    case .right: .altRight
    case .delete: .altDelete
    case .pageUp: .altPageUp
    case .pageDown: .altPageDown
    case .enter: .alt("\r")
    case .backspace: .altBackspace
    case .character(let character): .alt(character)
    default: self
    }
  }
}
