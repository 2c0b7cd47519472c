import SinkSpec
import TestSupport
import Testing

@testable import SinkDraft

/// Tests that the last complete state of a draft's file is restored, wherever the file is cut.
@Suite struct DraftJournalTests {
  private static let states = ["", "o", "or", "lines\nand {\"sinkwizard_draft\":4}\n"].map { name in
    var draft = Draft(account: "acc")
    draft["/name"] = .text(name)
    return SavedDraft(draft: draft, step: 2)
  }

  private static let records = states.map { state in
    var writer = DraftWriter()
    return writer.text(of: state, now: Timestamp(secondsSinceEpoch: 1_790_000_000))
  }

  @Test func `restores the last complete state, cut at every byte`() throws {
    let journal = Array(Self.records.joined())
    let ends = Self.records.indices.map { Self.records[...$0].joined().count }
    for length in ends[0]...journal.count {
      let text = Array(journal.prefix(length))
      let complete = try #require(ends.lastIndex { $0 <= length })
      #expect(try SavedDraft(reading: text) == Self.states[complete], "cut at \(length)")
      let summary = try DraftSummary(reading: text, number: 1)
      #expect(summary.name == Self.states[complete].draft["/name"].text, "cut at \(length)")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `restores the last state whatever happened to earlier ones`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let last = try #require(Self.records.last)
    for _ in 0..<50 {
      let earlier = DamagedText.text(Array(Self.records.dropLast().joined()), using: &random)
      // The line break before the last record is the only byte of the others that matters.
      let text = earlier + [UInt8(ascii: "\n")] + last
      #expect(try SavedDraft(reading: text) == Self.states.last, "seed \(seed)")
    }
  }

  @Test func `reports damage to the last complete state`() throws {
    var journal = Array(Self.records.joined())
    let body = try #require(journal.dropLast().lastIndex(of: UInt8(ascii: "\n")))
    journal[body + 1] = UInt8(ascii: "x")
    #expect(throws: SavedDraftProblem.damaged("it is truncated or was overwritten")) {
      try SavedDraft(reading: journal)
    }
  }

  @Test func `reports a newer state after older ones`() throws {
    let later = String(decoding: try #require(Self.records.first), as: UTF8.self)
      .replacing("\"sinkwizard_draft\":5", with: "\"sinkwizard_draft\":6")
    let journal = Array(Self.records.joined()) + Array(later.utf8)
    #expect(throws: SavedDraftProblem.newer) { try SavedDraft(reading: journal) }
  }
}
