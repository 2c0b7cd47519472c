/// Makes scalars of UTF-8 bytes that arrive one at a time, and drops what is not UTF-8.
struct ScalarAssembler: Sendable {
  private var value: UInt32 = 0
  private var missing = 0
  private var smallest: UInt32 = 0

  /// Takes a byte; returns the scalar that it completes.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    if byte & 0xC0 == 0x80 { return takeContinuation(byte) }
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

  private mutating func takeContinuation(_ byte: UInt8) -> Unicode.Scalar? {
    guard missing > 0 else { return nil }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    // Longer forms of short scalars are a way to smuggle them past checks; surrogates are none.
    guard missing == 0, value >= smallest else { return nil }
    return Unicode.Scalar(value)
  }
}
