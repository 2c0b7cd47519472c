import SinkSpec
import TestSupport
import Testing

@testable import Wizard

/// Whether the same answers give the same payload, line by line and at the form's keys.
@Suite struct ParityTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a random payload, byte by byte`(seed: UInt64) throws {
    var random = TypablePayload(seed: seed)
    for _ in 0..<3 {
      let tree = random.payload()
      var lines = LinePlayer(tree)
      lines.play()
      var keys = KeyPlayer(tree)
      keys.play()
      let said = lines.talk.wizard.payload
      let typed = keys.wizard.payload
      #expect(lines.talk.wizard.step == .review)
      #expect(said == typed)
      #expect(try PayloadTree(parsing: said).text == tree.text)
    }
  }
}
