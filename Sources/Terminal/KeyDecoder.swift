internal import CCurses
package import Screen

/// Decodes terminal input into keys: bytes, escape sequences, and keys recognized by terminfo.
///
/// Unknown sequences and unsolicited replies are read to their end and dropped; their tails would
/// otherwise be typed into the form.
package struct KeyDecoder: Sendable {
  /// Reads a byte or a `CC_KEY_` code, waiting up to `timeout` milliseconds; returns `CC_KEY_NONE`
  /// on timeout.
  package typealias Reader = (_ timeout: Int) -> Int

  /// The timeout for the rest of a sequence, in milliseconds.
  private static let sequenceTimeout = 50
  /// The maximum length of a reply; a longer one is treated as input.
  private static let maximumReplyLength = 65_536

  private let isUTF8: Bool
  private var scalars = ScalarAssembler()
  /// The codes read ahead but not yet decoded, in reverse order.
  var pushedBack: [Int] = []
  /// The text of the paste in progress, or `nil` if there is none.
  var pasted: String.UnicodeScalarView?
  /// Whether a bracketed paste started but did not end.
  var lacksEndOfPaste = false
  private var endsInReturn = false
  /// The filter for the reply about the terminal's background.
  var reply = BackgroundReply()
  /// The codes that the filter has let pass, in order.
  private var filtered: [Int] = []

  package init(isUTF8: Bool) {
    self.isUTF8 = isUTF8
  }

  /// Returns all keys that are pending, in order.
  package mutating func decode(_ read: Reader) -> [Key] {
    var keys: [Key] = []
    if let paste = takeBurst(read) { keys.append(paste) }
    while let code = next(read, timeout: pasted == nil ? 0 : 10 * Self.sequenceTimeout) {
      if code == 0x1B {
        if let key = pasted == nil ? decodeEscape(read) : decodePastedEscape(read) {
          keys.append(key)
        }
      } else if pasted != nil {
        appendPasted(code)
      } else if let key = key(code) {
        keys.append(key)
      }
    }
    // If the end of a paste never arrives, Enter must work as a key again.
    lacksEndOfPaste = pasted != nil
    return keys + [endPaste()].compactMap { $0 }
  }

  private mutating func next(_ read: Reader, timeout: Int) -> Int? {
    if let code = pushedBack.popLast() { return code }
    return code(read, timeout: timeout)
  }

  /// Reads a code that is not part of the reply about the background; `nil` on timeout.
  mutating func code(_ read: Reader, timeout: Int) -> Int? {
    var timeout = timeout
    while filtered.isEmpty {
      let code = read(timeout)
      guard reply.isExpected else { return code == CC_KEY_NONE ? nil : code }
      filtered = code == CC_KEY_NONE ? reply.takeKey() : reply.take(code)
      if code == CC_KEY_NONE, filtered.isEmpty { return nil }
      if reply.isPartial { timeout = max(timeout, Self.sequenceTimeout) }
    }
    return filtered.removeFirst()
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

  /// Returns the scalar that a byte completes, unless it is a control character.
  private mutating func scalar(_ code: Int) -> Unicode.Scalar? {
    guard let byte = UInt8(exactly: code) else { return nil }
    if isUTF8 || byte < 0x80 {
      guard let scalar = scalars.append(byte), scalar.properties.generalCategory != .control else {
        return nil
      }
      return scalar
    }
    return UInt32(exactly: cc_scalar_of_byte(CInt(byte))).flatMap(Unicode.Scalar.init)
  }

  // MARK: Pasting

  mutating func appendPasted(_ code: Int) {
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

  /// Handles an escape sequence in a paste; all but the end marker are dropped.
  private mutating func decodePastedEscape(_ read: Reader) -> Key? {
    guard let code = next(read, timeout: Self.sequenceTimeout) else { return nil }
    guard code == Int(UInt8(ascii: "[")) else {
      pushedBack.append(code)
      return nil
    }
    return readSequence(read)?.pasteMark == false ? endPaste() : nil
  }
}

// MARK: - Escape sequences

extension KeyDecoder {
  /// Decodes input that starts with ESC: the Escape key if nothing follows, otherwise Alt or a
  /// sequence.
  private mutating func decodeEscape(_ read: Reader) -> Key? {
    guard let code = next(read, timeout: 0) else { return .escape }
    switch code {
    case 0x1B: return decodeSecondEscape(read)
    case Int(UInt8(ascii: "[")): return decodeControlSequence(read)
    case Int(UInt8(ascii: "O")): return decodePadSequence(read)
    case Int(UInt8(ascii: "]")), Int(UInt8(ascii: "P")): return skipReply(read, code)
    case Int(UInt8(ascii: "_")): return decodeUnderscore(read)
    default: return altKey(code, read)
    }
  }

  /// Decodes input that starts with two ESC: Alt with a key that is itself a sequence, or else the
  /// Escape key, with the rest decoded next.
  private mutating func decodeSecondEscape(_ read: Reader) -> Key? {
    guard let code = next(read, timeout: 0) else {
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

  /// Decodes Alt-_ or a reply of the Kitty graphics protocol, which starts with a G.
  private mutating func decodeUnderscore(_ read: Reader) -> Key? {
    guard let code = next(read, timeout: 0) else { return .alt("_") }
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
      guard byte >= 0x80, let following = next(read, timeout: Self.sequenceTimeout) else {
        return nil
      }
      guard (0x80...0xBF).contains(following) else {
        pushedBack.append(following)
        return nil
      }
      byte = following
    }
  }

  private mutating func decodeControlSequence(_ read: Reader) -> Key? {
    guard let first = next(read, timeout: Self.sequenceTimeout) else {
      return .alt("[")
    }
    // The Linux console sends its function keys this way.
    if first == Int(UInt8(ascii: "[")) {
      guard let letter = next(read, timeout: Self.sequenceTimeout), (0x41...0x45).contains(letter)
      else {
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
    // An X10 mouse report has three more bytes.
    if sequence.final == UInt8(ascii: "M"), sequence.parameters.isEmpty {
      for _ in 0..<3 { _ = next(read, timeout: Self.sequenceTimeout) }
      return nil
    }
    return sequence.key
  }

  private mutating func decodePadSequence(_ read: Reader) -> Key? {
    guard let first = next(read, timeout: Self.sequenceTimeout) else {
      return .alt("O")
    }
    pushedBack.append(first)
    return readSequence(read)?.padKey
  }

  /// Reads the parameters and final byte of a sequence; `nil` if it is malformed.
  private mutating func readSequence(_ read: Reader) -> ControlSequence? {
    var parameters: [UInt8] = []
    for _ in 0..<Self.maximumReplyLength {
      guard let code = next(read, timeout: Self.sequenceTimeout) else { return nil }
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

  /// Drops a string reply, which ends with BEL, `ESC \` or a timeout.
  ///
  /// A control character or a named key is no part of a reply: it ends a reply that will never be
  /// complete, so that keys such as Ctrl-C work however fast they follow.
  private mutating func skipReply(_ read: Reader, _ introducer: Int) -> Key? {
    guard let first = next(read, timeout: Self.sequenceTimeout) else {
      return .alt(Character(Unicode.Scalar(UInt8(introducer))))
    }
    pushedBack.append(first)
    for _ in 0..<Self.maximumReplyLength {
      guard let code = next(read, timeout: Self.sequenceTimeout) else { return nil }
      switch code {
      case 0x07, 0x18, 0x1A: return nil
      case 0x1B:
        guard let following = next(read, timeout: Self.sequenceTimeout) else { return nil }
        guard following != Int(UInt8(ascii: "\\")) else { return nil }
        pushedBack += [following, code]
        return nil
      case 0x20..<0x100: break
      default:
        pushedBack.append(code)
        return nil
      }
    }
    return nil
  }
}
