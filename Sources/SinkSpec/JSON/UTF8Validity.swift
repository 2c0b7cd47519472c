/// UTF-8 validation (Unicode 15, table 3-7).
package enum UTF8Validity {
  /// Returns the offset of the first ill-formed sequence; nil if the bytes are well-formed UTF-8.
  package static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    firstInvalidOffset(in: bytes.span)
  }

  static func firstInvalidOffset(in bytes: Span<UInt8>) -> Int? {
    var at = 0
    while at < bytes.count {
      // Skip ASCII a block at a time.
      let block = at + blockSize
      if block <= bytes.count, isASCII(bytes, from: at) {
        at = block
        continue
      }
      while at < block, at < bytes.count {
        if bytes[at] < 0x80 {
          at += 1
        } else {
          guard let length = sequenceLength(bytes, at: at) else { return at }
          at += length
        }
      }
    }
    return nil
  }

  private static let blockSize = 64

  private static func isASCII(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    var all: UInt8 = 0
    for at in start..<start + blockSize { all |= bytes[at] }
    return all < 0x80
  }

  /// Returns the length of the multibyte sequence at an offset; nil if it is ill-formed.
  package static func sequenceLength(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    let length: Int
    let second: ClosedRange<UInt8>
    switch bytes[start] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard start + length <= bytes.count, second.contains(bytes[start + 1]) else { return nil }
    for offset in 2..<max(length, 2) where bytes[start + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
