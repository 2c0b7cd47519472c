import SchemaInference
import SinkSpec
import TestSupport
import Testing

struct EventFuzzTests {
  @Test func `infers only writable schemas from any damaged events`() {
    Fuzzing.run(count: 100) { seed in
      var random = SplitMix64(seed: seed)
      let lines = RandomEventsTests.lines(seed: seed)
      let isList = random.once(in: 2)
      let text = isList ? "[\(lines.joined(separator: ",\n"))]" : lines.joined(separator: "\n")
      let bytes = DamagedText.text(Array(text.utf8), using: &random)
      for pieces in [1 << 20, Int.random(in: 1...50, using: &random)] {
        let inference = Inferred.from(bytes, pieces: pieces)
        let schema = inference.proposal.request.text(secrets: .shown)
        #expect(throws: Never.self, "seed \(seed)") {
          try JSONDocument(parsing: Array(schema.utf8))
        }
        #expect(inference.events <= lines.count + 40, "seed \(seed)")
      }
    }
  }
}
