/// The text of a paste in progress, with `\n` for each line break.
struct PastedText: Sendable {
  /// An escape sequence in a paste; it is dropped unless it is the end mark, even if it is a key
  /// such as `ESC O A`.
  private enum Escape: Hashable {
    case none, escape, pad
    case parameters([UInt8])
  }

  private(set) var scalars = String.UnicodeScalarView()
  private var endsInReturn = false
  private var escape = Escape.none

  /// Consumes a byte; `scalar` assembles bytes into characters.
  ///
  /// - Returns: Whether the paste ends here.
  mutating func take(_ byte: UInt8, _ scalar: (UInt8) -> Unicode.Scalar?) -> Bool {
    switch escape {
    case .none: break
    case .escape where byte == UInt8(ascii: "["):
      escape = .parameters([])
      return false
    case .escape where byte == UInt8(ascii: "O"):
      escape = .pad
      return false
    case .escape: escape = .none
    case .pad:
      escape = .none
      // Key sequences end in an upper-case letter; anything else is text.
      if (0x41...0x5A).contains(byte) { return false }
      append(UInt8(ascii: "O"), scalar)
    case .parameters(let bytes):
      switch byte {
      case 0x20..<0x40:
        escape = .parameters(bytes.count < 64 ? bytes + [byte] : bytes)
        return false
      case 0x40..<0x7F:
        escape = .none
        return ControlSequence(parameters: bytes, final: byte).pasteMark == false
      default: escape = .none
      }
    }
    if byte == 0x1B {
      escape = .escape
    } else {
      append(byte, scalar)
    }
    return false
  }

  private mutating func append(_ byte: UInt8, _ scalar: (UInt8) -> Unicode.Scalar?) {
    defer { endsInReturn = byte == 0x0D }
    switch byte {
    case 0x0A where endsInReturn: break
    case 0x0A, 0x0D: scalars.append("\n")
    case 0x09: scalars.append("\t")
    default: if let scalar = scalar(byte) { scalars.append(scalar) }
    }
  }
}
