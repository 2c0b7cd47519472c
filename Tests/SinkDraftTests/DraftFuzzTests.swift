import SinkDraft
import SinkSpec
import TestSupport
import Testing

struct DraftFuzzTests {
  private static let now = Timestamp(secondsSinceEpoch: 1_790_000_000)

  @Test func `reads any damaged draft or refuses it`() throws {
    try Fuzzing.run { seed in
      var random = RandomPayload(seed: seed)
      let document = try JSONDocument(parsing: Array(random.payload().text.utf8))
      let draft = Draft(reading: document, account: .text("a"))
      let request = UnconfirmedRequest(for: draft, to: "", sentAt: Self.now)
      var writer = DraftWriter()
      let whole = writer.text(
        of: SavedDraft(draft: draft, step: 2, unconfirmed: [request]), now: Self.now)
      let text = DamagedText.text(whole, using: &random.random)
      guard let read = try? SavedDraft(reading: text) else { return }
      let again = writer.text(of: read, now: Self.now)
      #expect(throws: Never.self, "seed \(seed)") { try SavedDraft(reading: again) }
      #expect(try SavedDraft(reading: again).unconfirmed == read.unconfirmed, "seed \(seed)")
    }
  }
}
