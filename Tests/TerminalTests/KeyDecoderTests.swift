import Screen
import TestSupport
import Testing

@testable import Terminal

/// Decoding of bytes, without curses.
struct KeyDecoderTests {
  @Test(arguments: KeyCase.all + KeyCase.pad)
  func `decodes bytes into keys`(_ example: KeyCase) {
    var decoder = KeyDecoder(isUTF8: true)
    #expect(decode(example.bytes, with: &decoder) == example.keys)
  }

  @Test func `decodes a scalar that arrives in two parts`() {
    var decoder = KeyDecoder(isUTF8: true)
    #expect(decode([0xE6, 0x97], with: &decoder) == [])
    #expect(decode([0xA5], with: &decoder) == [.character("日")])
  }

  @Test func `Enter works again after an unterminated paste`() {
    var decoder = KeyDecoder(isUTF8: true)
    #expect(decode(Array("\u{1B}[200~a\r".utf8), with: &decoder) == [.paste("a\n")])
    #expect(decode([0x0D], with: &decoder) == [.enter])
  }

  /// Decoding must terminate for any input in any chunks, without control characters in text.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `survives random bytes`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let likely = Array("\u{1B}\u{1B}[]OP;0129~MR\\\u{7}a_G\r".utf8) + Array("[200~[201~".utf8)
    var decoder = KeyDecoder(isUTF8: seed % 4 != 0)
    for _ in 0..<500 {
      let isLong = generator.once(in: 20)
      let bytes = (0..<Int.random(in: 0..<(isLong ? 4_000 : 40), using: &generator)).map { _ in
        generator.once(in: 2)
          ? UInt8.random(in: 0...255, using: &generator)
          : likely.randomElement(using: &generator) ?? 0
      }
      for key in decode(bytes, with: &decoder) {
        #expect(!Self.hasControls(key), "seed \(seed): \(bytes)")
      }
    }
  }

  private static func hasControls(_ key: Key) -> Bool {
    switch key {
    case .character(let character): character.unicodeScalars.contains(where: \.isControl)
    case .paste(let text):
      text.unicodeScalars.contains { $0.isControl && $0 != "\n" && $0 != "\t" }
    default: false
    }
  }

  private func decode(_ bytes: [UInt8], with decoder: inout KeyDecoder) -> [Key] {
    var rest = bytes[...]
    return decoder.decode { _ in rest.popFirst().map(Int.init) ?? -1 }
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
