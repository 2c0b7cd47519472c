internal import CCurses
package import Screen

/// Decodes terminal input into keys.
///
/// The decoder is always in one of the states of ``State``, and input may pause in any of them: a
/// split sequence is completed or dropped as a whole, and no part of a paste acts as a key. It has
/// no clock and performs no I/O: pass bytes and the time to ``decode(_:at:)``, and call
/// ``expire(at:)`` if nothing has arrived by ``deadline``.
package struct KeyDecoder: Sendable {
  package typealias Instant = ContinuousClock.Instant

  enum State: Sendable {
    case betweenKeys
    case inSequence(EscapeSequence)
    /// In a sequence whose ESC was taken for the Escape key, because the rest arrived too late.
    case inLateSequence(EscapeSequence)
    /// In a multi-byte character that was typed with Alt held.
    case inAltCharacter
    /// In a bracketed paste.
    case inPaste(PastedText)
    /// In a paste without marks, which ends if no text follows immediately.
    case inUnmarkedPaste(PastedText)
  }

  /// How long to wait for the rest of incomplete input.
  let waits: InputWaits
  /// Whether the terminal marks pastes, so that unmarked text was typed.
  let marksPastes: Bool
  /// The keys of the terminal's description.
  var table = KeyTable.empty
  var state = State.betweenKeys
  /// The time at which the last bytes arrived.
  private var arrival: Instant?
  /// The time at which incomplete input expires; `nil` if there is none.
  package internal(set) var deadline: Instant?
  /// The time at which the Escape key was decoded because nothing followed ESC.
  var escapedAt: Instant?
  /// Whether a bracketed paste expired without its end mark, and nothing has arrived since.
  var lacksEndOfPaste = false
  /// The reply about the terminal's background.
  var reply = BackgroundReply()
  private let isUTF8: Bool
  private var scalars = ScalarAssembler()

  package init(
    isUTF8: Bool, marksPastes: Bool = false,
    waits: InputWaits = InputWaits(escape: .milliseconds(50))
  ) {
    self.isUTF8 = isUTF8
    self.marksPastes = marksPastes
    self.waits = waits
  }

  /// Decodes bytes that arrived together, and returns the keys that are complete.
  package mutating func decode(_ bytes: [UInt8], at now: Instant) -> [Key] {
    guard !bytes.isEmpty else { return [] }
    var keys: [Key] = []
    if startsPaste(bytes) { state = .inPaste(PastedText()) }
    lacksEndOfPaste = false
    if startsUnmarkedPaste(bytes, at: now) { state = .inUnmarkedPaste(PastedText()) }
    for byte in bytes { take(byte, at: now, &keys) }
    endTypedText(&keys)
    extendDeadline(byteCount: bytes.count, at: now)
    arrival = now
    return keys
  }

  /// Ends incomplete input whose deadline has passed, and returns its keys.
  package mutating func expire(at now: Instant) -> [Key] {
    guard let deadline, now >= deadline else { return [] }
    self.deadline = nil
    defer { state = .betweenKeys }
    switch state {
    case .betweenKeys, .inAltCharacter: return []
    case .inSequence(let sequence):
      if sequence.keysAlone.last == .escape { escapedAt = now }
      return sequence.keysAlone
    case .inLateSequence(let sequence): return typed(sequence)
    case .inPaste(let text):
      lacksEndOfPaste = true
      return Self.key(of: text)
    case .inUnmarkedPaste(let text): return Self.key(of: text)
    }
  }

  // MARK: Bytes

  mutating func take(_ byte: UInt8, at now: Instant, _ keys: inout [Key]) {
    let before = state
    // Keep the only reference to a paste here, so that appending to it does not copy it.
    state = .betweenKeys
    switch before {
    case .betweenKeys: takeKey(byte, at: now, &keys)
    case .inSequence(var sequence):
      follow(sequence.take(byte, table), of: sequence, byte, at: now, &keys)
    case .inLateSequence(var sequence):
      followLate(sequence.take(byte, table), of: sequence, at: now, &keys)
    case .inAltCharacter:
      guard (0x80...0xBF).contains(byte) else { return take(byte, at: now, &keys) }
      takeAlt(byte, &keys)
    case .inPaste(var text):
      if text.take(byte, { scalar($0) }) {
        keys += Self.key(of: text)
      } else {
        state = .inPaste(text)
      }
    case .inUnmarkedPaste(var text):
      guard Self.isText(byte) else {
        keys += Self.key(of: text)
        return take(byte, at: now, &keys)
      }
      _ = text.take(byte, { scalar($0) })
      state = .inUnmarkedPaste(text)
    }
  }

  private mutating func takeKey(_ byte: UInt8, at now: Instant, _ keys: inout [Key]) {
    let isLate = mayBeLate(byte, at: now)
    escapedAt = nil
    switch byte {
    case 0x1B: state = .inSequence(EscapeSequence())
    case _ where isLate: startLateSequence(byte)
    case 0x0A, 0x0D: keys.append(.enter)
    case 0x09: keys.append(.tab)
    case 0x08, 0x7F: keys.append(.backspace)
    case 0..<0x20: keys.append(Self.control(byte))
    default: if let scalar = scalar(byte) { keys.append(.character(Character(scalar))) }
    }
  }

  /// Handles the next step of a sequence.
  private mutating func follow(
    _ step: EscapeSequence.Step, of sequence: EscapeSequence, _ byte: UInt8, at now: Instant,
    _ keys: inout [Key]
  ) {
    switch step {
    case .more:
      if reply.endsBefore(byte, of: sequence) { return take(byte, at: now, &keys) }
      state = .inSequence(sequence)
    case .keys(let decoded): keys += decoded
    case .alt(let byte): takeAlt(byte, &keys)
    case .pasteStart: state = .inPaste(PastedText())
    case .reply(let text): reply.take(text)
    case .ended(let decoded):
      keys += decoded
      take(byte, at: now, &keys)
    case .restarted(let decoded):
      keys += decoded
      state = .inSequence(EscapeSequence())
      take(byte, at: now, &keys)
    }
  }

  private mutating func takeAlt(_ byte: UInt8, _ keys: inout [Key]) {
    if let scalar = scalar(byte) {
      keys.append(.alt(Character(scalar)))
    } else if byte >= 0x80 {
      state = .inAltCharacter
    }
  }

  private static func control(_ byte: UInt8) -> Key {
    let isLetter = (1...26).contains(byte)
    return .control(Character(Unicode.Scalar(byte + (isLetter ? 0x60 : 0x40))))
  }

  /// Returns the scalar that a byte completes, unless it is a control character.
  mutating func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    if isUTF8 || byte < 0x80 {
      guard let scalar = scalars.append(byte), scalar.properties.generalCategory != .control else {
        return nil
      }
      return scalar
    }
    return UInt32(exactly: cc_scalar_of_byte(CInt(byte))).flatMap(Unicode.Scalar.init)
  }

  static func key(of text: PastedText) -> [Key] {
    text.scalars.isEmpty ? [] : [.paste(String(text.scalars))]
  }

  // MARK: Waiting

  /// Sets the deadline of incomplete input after bytes.
  private mutating func extendDeadline(byteCount: Int, at now: Instant) {
    switch state {
    case .betweenKeys: deadline = nil
    case .inSequence(let sequence):
      deadline =
        reply.isAwaited(in: sequence)
        ? nil : now + (sequence.mayBeKey ? waits.escape : waits.sequence)
    case .inLateSequence(let sequence):
      deadline =
        reply.isAwaited(in: sequence)
        ? (sequence.bytes.count == 2 ? now + waits.sequence : nil) : now + waits.late
    case .inAltCharacter: deadline = now + waits.sequence
    case .inUnmarkedPaste: deadline = now + waits.escape
    case .inPaste:
      // A single byte after a pause is a key press: someone is waiting for a paste that never ends.
      let isKey = byteCount == 1 && arrival.map { $0 + waits.sequence < now } ?? false
      if deadline == nil || !isKey { deadline = now + waits.paste }
    }
  }
}
