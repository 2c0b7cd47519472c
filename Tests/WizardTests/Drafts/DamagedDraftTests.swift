import Screen
import SinkDraft
import SinkSpec
import TestSupport
import Testing

@testable import Wizard

@Suite struct DamagedDraftTests {
  private static let now = Timestamp(secondsSinceEpoch: 1_790_000_000)

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `resumes whatever damaged drafts can be read`(seed: UInt64) throws {
    var random = RandomPayload(seed: seed)
    let document = try JSONDocument(parsing: Array(random.payload().text.utf8))
    let draft = Draft(reading: document, account: .notSet)
    var writer = DraftWriter()
    let whole = writer.text(
      of: SavedDraft(draft: draft, step: 4), now: Self.now)
    var readable = 0
    for _ in 0..<300 {
      let text = DamagedText.text(whole, using: &random.random)
      guard let kept = try? SavedDraft(reading: text) else { continue }
      readable += 1
      var wizard = Wizard(account: "a", now: Self.now)
      _ = wizard.handle(.resized(rows: 30, columns: 100))
      wizard.resume(kept)
      for key in "1x2\r\t4\r5\t".map({ $0 }) {
        _ = wizard.handle(.key(key == "\r" ? .enter : key == "\t" ? .tab : .alt(key)))
      }
      if let again = wizard.kept {
        #expect(throws: Never.self) {
          try SavedDraft(reading: writer.text(of: again, now: Self.now))
        }
      }
    }
    #expect(readable > 0, "seed \(seed)")
  }
}
