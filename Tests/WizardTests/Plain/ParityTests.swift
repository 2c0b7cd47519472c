import SinkSpec
import TestSupport
import Testing

@testable import Wizard

/// Tests that the same input builds the same payload in line mode and in the form.
@Suite struct ParityTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `builds the same bytes for a random payload`(seed: UInt64) throws {
    var random = TypablePayload(seed: seed)
    for _ in 0..<3 {
      let tree = random.payload()
      var lines = LinePlayer(tree)
      lines.play()
      var keys = KeyPlayer(tree)
      keys.play()
      let output = lines.transcript.wizard.payload
      let typed = keys.wizard.payload
      #expect(lines.transcript.wizard.step == .review)
      #expect(output == typed)
      #expect(try PayloadTree(parsing: output).text == tree.text)
    }
  }
}
