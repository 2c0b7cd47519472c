import SinkSpec
import TestSupport
import Testing

struct PayloadFuzzTests {
  @Test func `validates any damaged payload`() {
    Fuzzing.run { seed in
      var random = RandomPayload(seed: seed)
      let whole = Array(random.payload().text.utf8)
      let bytes = DamagedText.text(whole, using: &random.random)
      guard let document = try? JSONDocument(parsing: bytes) else { return }
      for issue in Validator.issues(of: document) {
        #expect((0...bytes.count).contains(issue.offset), "seed \(seed)")
      }
      let secrets = SecretPlaces.ranges(in: document, bytes)
      #expect(
        zip(secrets, secrets.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound },
        "seed \(seed)")
      let text = RequestNode(reading: document).text(secrets: .shown)
      #expect(throws: Never.self, "seed \(seed)") { try JSONDocument(parsing: Array(text.utf8)) }
    }
  }
}
