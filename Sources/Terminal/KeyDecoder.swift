internal import CCurses
package import Surface

/// Makes keys of what the terminal sends: bytes, escape sequences and what terminfo recognises.
///
/// Sequences that mean no key here, and replies that nobody asked for, are read to their end and
/// dropped, because their tails would otherwise be typed into the form.
package struct KeyDecoder: Sendable {
  /// Reads a byte or a `CC_KEY_`, waiting so many milliseconds; CC_KEY_NONE if nothing came.
  package typealias Reader = (_ patience: Int) -> Int

  /// How long the rest of a sequence may take to arrive.
  private static let patience = 50
  /// A reply that never ends stops being one here.
  private static let longestReply = 65_536

  private let isUTF8: Bool
  private var scalars = ScalarAssembler()
  /// What has been read and not been looked at, the next one last.
  var pushedBack: [Int] = []
  /// What has come of a paste that goes on; nil when none does.
  var pasted: String.UnicodeScalarView?
  /// Whether a paste has begun whose end has not come.
  var lacksEndOfPaste = false
  private var endsInReturn = false

  package init(isUTF8: Bool) {
    self.isUTF8 = isUTF8
  }

  /// Everything that has arrived, in order.
  package mutating func decode(_ read: Reader) -> [Key] {
    var keys: [Key] = []
    if let paste = takeBurst(read) { keys.append(paste) }
    while let code = next(read, patience: pasted == nil ? 0 : 10 * Self.patience) {
      if code == 0x1B {
        if let key = pasted == nil ? decodeEscape(read) : decodePastedEscape(read) {
          keys.append(key)
        }
      } else if pasted != nil {
        takePasted(code)
      } else if let key = key(code) {
        keys.append(key)
      }
    }
    // The end of a paste that does not come must not leave Enter without its meaning.
    lacksEndOfPaste = pasted != nil
    return keys + [endPaste()].compactMap { $0 }
  }

  private mutating func next(_ read: Reader, patience: Int) -> Int? {
    if let code = pushedBack.popLast() { return code }
    let code = read(patience)
    return code == CC_KEY_NONE ? nil : code
  }

  private mutating func key(_ code: Int) -> Key? {
    switch code {
    case CC_KEY_UNKNOWN...: Self.namedKey(code)
    case 0x0A, 0x0D: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0..<0x20: Self.control(code)
    default: scalar(code).map { .character(Character($0)) }
    }
  }

  private static func control(_ code: Int) -> Key {
    let isLetter = (1...26).contains(code)
    return .control(Character(Unicode.Scalar(UInt8(code + (isLetter ? 0x60 : 0x40)))))
  }

  /// The scalar that a byte completes, unless it is a control one.
  private mutating func scalar(_ code: Int) -> Unicode.Scalar? {
    guard let byte = UInt8(exactly: code) else { return nil }
    if isUTF8 || byte < 0x80 {
      guard let scalar = scalars.take(byte), scalar.properties.generalCategory != .control else {
        return nil
      }
      return scalar
    }
    return UInt32(exactly: cc_scalar_of_byte(CInt(byte))).flatMap(Unicode.Scalar.init)
  }

  // MARK: Pasting

  mutating func takePasted(_ code: Int) {
    defer { endsInReturn = code == 0x0D }
    switch code {
    case 0x0A where endsInReturn: return
    case 0x0A, 0x0D: pasted?.append("\n")
    case 0x09: pasted?.append("\t")
    default: if let scalar = scalar(code) { pasted?.append(scalar) }
    }
  }

  mutating func endPaste() -> Key? {
    defer {
      pasted = nil
      endsInReturn = false
    }
    return pasted.flatMap { $0.isEmpty ? nil : .paste(String($0)) }
  }

  /// In a paste only the mark of its end means something; other sequences are left out.
  private mutating func decodePastedEscape(_ read: Reader) -> Key? {
    guard let code = next(read, patience: Self.patience) else { return nil }
    guard code == Int(UInt8(ascii: "[")) else {
      pushedBack.append(code)
      return nil
    }
    return readSequence(read)?.pasteMark == false ? endPaste() : nil
  }
}

// MARK: - Escape sequences

extension KeyDecoder {
  /// What begins with ESC: the key itself if nothing follows at once, else Alt or a sequence.
  private mutating func decodeEscape(_ read: Reader) -> Key? {
    guard let code = next(read, patience: 0) else { return .escape }
    switch code {
    case 0x1B: return decodeSecondEscape(read)
    case Int(UInt8(ascii: "[")): return decodeControlSequence(read)
    case Int(UInt8(ascii: "O")): return decodePadSequence(read)
    case Int(UInt8(ascii: "]")), Int(UInt8(ascii: "P")): return skipReply(read, code)
    case Int(UInt8(ascii: "_")): return decodeUnderscore(read)
    default: return altKey(code, read)
    }
  }

  /// Two ESC are Alt with a key that begins with one itself, or else the key twice; what is no key
  /// after them has come just behind one that was pressed.
  private mutating func decodeSecondEscape(_ read: Reader) -> Key? {
    guard let code = next(read, patience: 0) else {
      pushedBack.append(0x1B)
      return .escape
    }
    switch code {
    case CC_KEY_UNKNOWN...: return Self.namedKey(code)?.withAlt
    case Int(UInt8(ascii: "[")): return decodeControlSequence(read)?.withAlt ?? .escape
    case Int(UInt8(ascii: "O")): return decodePadSequence(read)?.withAlt ?? .escape
    default:
      pushedBack += [code, 0x1B]
      return .escape
    }
  }

  /// Alt-_, or what a terminal answers about graphics, which begins with a G.
  private mutating func decodeUnderscore(_ read: Reader) -> Key? {
    guard let code = next(read, patience: 0) else { return .alt("_") }
    if code == Int(UInt8(ascii: "G")) { return skipReply(read, code) }
    pushedBack.append(code)
    return .alt("_")
  }

  private mutating func altKey(_ code: Int, _ read: Reader) -> Key? {
    switch code {
    case CC_KEY_UNKNOWN...: return Self.namedKey(code)?.withAlt
    case 0x0A, 0x0D: return .alt("\r")
    case 0x08, 0x7F: return .altBackspace
    case 0..<0x20: return nil
    default: break
    }
    var byte = code
    while true {
      if let scalar = scalar(byte) { return .alt(Character(scalar)) }
      guard byte >= 0x80, let following = next(read, patience: Self.patience) else { return nil }
      guard (0x80...0xBF).contains(following) else {
        pushedBack.append(following)
        return nil
      }
      byte = following
    }
  }

  private mutating func decodeControlSequence(_ read: Reader) -> Key? {
    guard let first = next(read, patience: Self.patience) else {
      return .alt("[")
    }
    // The Linux console's function keys.
    if first == Int(UInt8(ascii: "[")) {
      guard let letter = next(read, patience: Self.patience), (0x41...0x45).contains(letter) else {
        return nil
      }
      return .function(letter - 0x40)
    }
    pushedBack.append(first)
    guard let sequence = readSequence(read) else { return nil }
    if let begins = sequence.pasteMark {
      if begins { pasted = .init() }
      endsInReturn = false
      return nil
    }
    // An old mouse report has three more bytes.
    if sequence.final == UInt8(ascii: "M"), sequence.parameters.isEmpty {
      for _ in 0..<3 { _ = next(read, patience: Self.patience) }
      return nil
    }
    return sequence.key
  }

  private mutating func decodePadSequence(_ read: Reader) -> Key? {
    guard let first = next(read, patience: Self.patience) else {
      return .alt("O")
    }
    pushedBack.append(first)
    return readSequence(read)?.padKey
  }

  /// Reads parameters and the final byte; nil if something else breaks in.
  private mutating func readSequence(_ read: Reader) -> ControlSequence? {
    var parameters: [UInt8] = []
    for _ in 0..<Self.longestReply {
      guard let code = next(read, patience: Self.patience) else { return nil }
      switch code {
      case 0x20..<0x40: if parameters.count < 64 { parameters.append(UInt8(code)) }
      case 0x40..<0x7F: return ControlSequence(parameters: parameters, final: UInt8(code))
      default:
        pushedBack.append(code)
        return nil
      }
    }
    return nil
  }

  /// Drops a reply that is a string: it ends with BEL, `ESC \`, or silence.
  private mutating func skipReply(_ read: Reader, _ introducer: Int) -> Key? {
    guard var code = next(read, patience: Self.patience) else {
      return .alt(Character(Unicode.Scalar(UInt8(introducer))))
    }
    for _ in 0..<Self.longestReply {
      if code == 0x07 || code == 0x18 || code == 0x1A { return nil }
      let wasEscape = code == 0x1B
      guard let following = next(read, patience: Self.patience) else { return nil }
      if wasEscape, following == Int(UInt8(ascii: "\\")) { return nil }
      code = following
    }
    return nil
  }
}
