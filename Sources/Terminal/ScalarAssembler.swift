/// An incremental UTF-8 decoder that drops invalid bytes.
struct ScalarAssembler: Sendable {
  private var value: UInt32 = 0
  private var missing = 0
  private var smallest: UInt32 = 0

  /// Appends a byte and returns the scalar that it completes, if any.
  mutating func append(_ byte: UInt8) -> Unicode.Scalar? {
    if byte & 0xC0 == 0x80 { return appendContinuation(byte) }
    missing = 0
    switch byte {
    case 0..<0x80: return Unicode.Scalar(byte)
    case 0xC2...0xDF: start(byte & 0x1F, missing: 1, smallest: 0x80)
    case 0xE0...0xEF: start(byte & 0x0F, missing: 2, smallest: 0x800)
    case 0xF0...0xF4: start(byte & 0x07, missing: 3, smallest: 0x10000)
    default: break
    }
    return nil
  }

  private mutating func start(_ bits: UInt8, missing: Int, smallest: UInt32) {
    value = UInt32(bits)
    self.missing = missing
    self.smallest = smallest
  }

  private mutating func appendContinuation(_ byte: UInt8) -> Unicode.Scalar? {
    guard missing > 0 else { return nil }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    // Reject overlong encodings, which can bypass checks; `Unicode.Scalar` rejects surrogates.
    guard missing == 0, value >= smallest else { return nil }
    return Unicode.Scalar(value)
  }
}
