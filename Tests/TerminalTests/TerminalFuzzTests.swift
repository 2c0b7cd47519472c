import Screen
import TestSupport
import Testing

@testable import Terminal

struct TerminalFuzzTests {
  @Test func `decodes any bytes in any pieces`() {
    Fuzzing.run { seed in
      var random = SplitMix64(seed: seed)
      var line = Line(KeyDecoder(isUTF8: !random.once(in: 4), marksPastes: random.once(in: 2)))
      var text = DamagedText.text(KeyCase.all.flatMap { $0.bytes }, using: &random)
      while !text.isEmpty {
        let piece = Array(text.prefix(Int.random(in: 1...60, using: &random)))
        text.removeFirst(piece.count)
        line = line.send(piece, after: .milliseconds(Int.random(in: 0..<200, using: &random)))
        for key in line.take() {
          guard case .character(let character) = key else { continue }
          #expect(
            !character.unicodeScalars.contains { $0.properties.generalCategory == .control },
            "seed \(seed)")
        }
      }
    }
  }
}
