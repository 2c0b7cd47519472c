import TestSupport
import Testing

@testable import SchemaInference

/// Tests that scanning eight bytes at a time finds the same as one byte after the other.
@Suite struct TextScanTests {
  /// Returns random bytes that rarely end a scan.
  private static func bytes(seed: UInt64, usual: [UInt8]) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    return (0..<Int.random(in: 0...60, using: &random)).map { _ in
      random.once(in: 12)
        ? UInt8.random(in: .min ... .max, using: &random)
        : usual.randomElement(using: &random) ?? 0
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `finds the end of text, digits and prefixes`(seed: UInt64) {
    let text = Self.bytes(seed: seed, usual: Array("aZ09 \u{7F}".utf8))
    let digits = Self.bytes(seed: seed, usual: Array("0123456789".utf8))
    for start in 0...text.count {
      let found = TextScan.firstSpecial(in: text.span, from: start)
      #expect(found == text[start...].firstIndex(where: TextScan.isSpecial) ?? text.count)
    }
    for start in 0...digits.count {
      let found = TextScan.firstNonDigit(in: digits.span, from: start)
      let expected = digits[start...].firstIndex { $0 < 0x30 || $0 > 0x39 }
      #expect(found == expected ?? digits.count)
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `counts bytes and compares prefixes`(seed: UInt64) {
    let bytes = Array(
      repeating: Self.bytes(seed: seed, usual: [0x0A, 0x20, 0x8A]), count: 20
    ).flatMap { $0 }
    let count = TextScan.count(of: 0x0A, in: bytes.span)
    #expect(count == bytes.count { $0 == 0x0A }, "seed \(seed)")
    guard bytes.count >= 16 else { return }
    for count in 1...8 {
      var prefix: UInt64 = 0
      for index in 0..<count { prefix |= UInt64(bytes[1 + index]) << UInt64(8 * index) }
      let other = prefix ^ 1 << UInt64(8 * count - 1)
      let isPrefix = TextScan.hasPrefix(prefix, count: count, bytes.span, at: 1)
      let isOtherPrefix = TextScan.hasPrefix(other, count: count, bytes.span, at: 1)
      let isPrefixAtEnd = TextScan.hasPrefix(
        prefix, count: count, bytes.span, at: bytes.count - 7)
      #expect(isPrefix && !isOtherPrefix && !isPrefixAtEnd)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `reads numbers like one digit after the other`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let digits = String(
      (0..<Int.random(in: 1...25, using: &random)).map { _ in
        Character("\(Int.random(in: 0...9, using: &random))")
      })
    let text = (Bool.random(using: &random) ? "-" : "") + digits
    let number = NumberScan.read(Array((text + ",").utf8).span, from: 0)
    guard digits.count == 1 || !digits.hasPrefix("0") else {
      #expect(number == nil)
      return
    }
    let value = Int(text)
    #expect(number?.end == text.utf8.count)
    #expect(number?.kind == (value == nil ? .bigInteger : .integer), "\(text)")
    #expect(number?.isLong == (value.map { $0.magnitude > 1 << 53 } ?? false), "\(text)")
    let units: [Int: Int] = [10: 1, 13: 1000, 16: 1_000_000, 19: 1_000_000_000]
    let isTime = value.flatMap { value in
      units[text.utf8.count].map { value > 0 && value / $0 < 4_102_444_800 }
    }
    #expect((number?.epochUnit != nil) == (isTime ?? false), "\(text)")
  }
}
