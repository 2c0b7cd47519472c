import CloudflareAPI
import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

/// Tests picking values from lists of the account in line mode.
struct PickAnswerTests {
  static func transcript() -> PlainTranscript { PlainTranscript { $0.access = .available } }

  static let buckets = AccountAnswer.buckets(
    Listing([
      Bucket(name: "analytics"), Bucket(name: "eu-archive", jurisdiction: "eu"),
      Bucket(name: "eu-events", jurisdiction: "eu"),
    ]))

  /// Returns a transcript at the list of buckets.
  static func atBuckets() throws -> PlainTranscript {
    var transcript = transcript()
    transcript.answer("/step 2", "/pick")
    guard case .ask(.buckets, let id)? = transcript.effects.first else {
      Issue.record("\(transcript.effects)")
      return transcript
    }
    #expect(transcript.session.isWaiting && transcript.hasPrinted("loading …"))
    transcript.send(.answered(id: id, .success(buckets)))
    return transcript
  }

  @Test func `prints the list numbered`() throws {
    let transcript = try Self.atBuckets()
    #expect(
      transcript.lines == [
        "Buckets:", "  1 analytics", "  2 eu-archive (eu)", "  3 eu-events (eu)",
        "Number or name, part of a name to filter, Enter to refresh, /back to close: ",
      ])
  }

  @Test(arguments: [["3"], ["eu-events"], ["events"], ["eu", "2"]])
  func `picks by number, name or part of a name`(_ answers: [String]) throws {
    var transcript = try Self.atBuckets()
    transcript.answer(answers)
    #expect(transcript.draft["/config/bucket"] == .text("eu-events"))
    #expect(transcript.draft["/config/jurisdiction"] == .text("eu"))
    #expect(transcript.wizard.overlay == nil)
  }

  @Test func `refuses what is not in the list, and closes`() throws {
    var transcript = try Self.atBuckets()
    transcript.answer("nowhere")
    #expect(transcript.hasPrinted("Nothing in the list contains \"nowhere\"."))
    transcript.answer("/back")
    #expect(transcript.wizard.overlay == nil && !transcript.draft["/config/bucket"].isSet)
  }

  @Test func `says that a table exists once the list is known`() {
    var transcript = Self.transcript()
    transcript.answer("clicks", "2", "", "lake", "", "", "/pick")
    guard case .ask(.tables, let id)? = transcript.effects.first else {
      Issue.record("\(transcript.effects) \(transcript.lines)")
      return
    }
    transcript.send(.answered(id: id, .success(.tables(Listing(["orders"])))))
    transcript.answer("/back", "orders")
    #expect(transcript.hasPrinted("Table: already exists; a sink creates its own table."))
  }

  @Test func `says at the start that it is a rehearsal`() {
    let rehearsal = PlainTranscript { $0.endpoint = SavedDraft.sandbox }
    #expect(
      rehearsal.hasPrinted("This is a rehearsal: sinks are created in the sandbox only."))
    #expect(!PlainTranscript().hasPrinted("This is a rehearsal"))
  }

  @Test func `cancels a list that is loading`() {
    var transcript = Self.transcript()
    transcript.answer("/step 2", "/pick")
    let effects = transcript.session.interrupt()
    #expect(effects == [.stopAsking(id: 1)])
    #expect(transcript.wizard.overlay == nil)
  }

  @Test func `says why there is no list`() {
    var transcript = PlainTranscript { $0.access = .unavailable("--offline allows no requests") }
    transcript.answer("/step 2", "/pick")
    #expect(transcript.hasPrinted("Cannot read the account: --offline allows no requests"))
    var other = Self.transcript()
    other.answer("/step 3", "/pick")
    #expect(other.hasPrinted("The account has no list of values for this field"))
  }
}
