internal import Screen

/// Sequences whose ESC arrived so long before the rest that it was taken for the Escape key.
///
/// The rest is dropped: it was not typed, and the Escape key has already taken effect.
extension KeyDecoder {
  /// Returns whether a byte may continue the ESC that was taken for the Escape key.
  func mayBeLate(_ byte: UInt8, at now: Instant) -> Bool {
    guard let escapedAt else { return false }
    switch byte {
    case UInt8(ascii: "]"): return reply.isExpected && now <= escapedAt + waits.sequence
    case UInt8(ascii: "["), UInt8(ascii: "O"): return now <= escapedAt + waits.late
    default: return false
    }
  }

  mutating func startLateSequence(_ byte: UInt8) {
    var sequence = EscapeSequence()
    _ = sequence.take(byte, .empty)
    state = .inLateSequence(sequence)
  }

  /// Handles the next step of a late sequence.
  mutating func followLate(
    _ step: EscapeSequence.Step, of sequence: EscapeSequence, at now: Instant, _ keys: inout [Key]
  ) {
    switch step {
    case .more where !reply.isAbandoned(in: sequence): state = .inLateSequence(sequence)
    case .pasteStart: state = .inPaste(PastedText())
    case .reply(let text): reply.take(text)
    case .keys(let dropped) where sequence.hasParameters || dropped.contains { !$0.isCharacter }:
      break
    default:
      // The bytes were typed after all.
      for byte in sequence.bytes.dropFirst() { take(byte, at: now, &keys) }
    }
  }

  /// Returns the keys of an incomplete late sequence, which was typed after all.
  mutating func typed(_ sequence: EscapeSequence) -> [Key] {
    sequence.bytes.dropFirst().compactMap { scalar($0).map { .character(Character($0)) } }
  }
}

extension Key {
  /// Whether the key is a character, such as those of a numeric keypad, whose sequences end in a
  /// small letter.
  fileprivate var isCharacter: Bool { if case .character = self { true } else { false } }
}
