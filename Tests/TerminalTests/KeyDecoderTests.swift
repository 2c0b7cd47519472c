import Screen
import TestSupport
import Testing

@testable import Terminal

/// Tests decoding bytes, without curses.
struct KeyDecoderTests {
  @Test(arguments: KeyCase.all + KeyCase.pad)
  func `decodes bytes into keys`(_ example: KeyCase) {
    #expect(Line().send(example.bytes).rest == example.keys)
  }

  /// Cuts sequences anywhere, with pauses such as a network may cause.
  @Test(arguments: KeyCase.all + KeyCase.pad)
  func `decodes bytes in pieces into the same keys`(_ example: KeyCase) {
    for cut in 1..<max(2, example.bytes.count) {
      let line = Line().send(Array(example.bytes[..<cut]))
        .send(Array(example.bytes[cut...]), after: .milliseconds(40))
      #expect(line.rest == example.keys, "cut at \(cut)")
    }
  }

  @Test func `decodes a scalar that arrives in two parts`() {
    let line = Line().send([0xE6, 0x97])
    #expect(line.keys == [])
    #expect(line.send([0xA5], after: .seconds(1)).keys == [.character("日")])
  }

  /// Decoding must terminate for any input in any chunks, without control characters in text.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `survives random bytes`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let likely = Array("\u{1B}\u{1B}[]OP;0129~MR\\\u{7}a_G\r".utf8) + Array("[200~[201~".utf8)
    var line = Line(KeyDecoder(isUTF8: seed % 4 != 0, marksPastes: seed % 2 == 0))
    for _ in 0..<500 {
      let isLong = generator.once(in: 20)
      let bytes = (0..<Int.random(in: 0..<(isLong ? 4_000 : 40), using: &generator)).map { _ in
        generator.once(in: 2)
          ? UInt8.random(in: 0...255, using: &generator)
          : likely.randomElement(using: &generator) ?? 0
      }
      line = line.send(bytes, after: .milliseconds(Int.random(in: 0..<200, using: &generator)))
      for key in line.take() {
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
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
