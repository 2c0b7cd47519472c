import CloudflareAPI
import SinkDraft
import SinkSpec
import Testing

@testable import Wizard

/// Tests checks of the account in line mode.
struct CheckAnswerTests {
  @Test func `prints the checks once they are known`() throws {
    var transcript = PlainTranscript {
      $0.access = .available
      $0.target = .available("api.example")
    }
    transcript.answer("my_sink", "/check")
    #expect(transcript.hasPrinted("Checking the account …"))
    guard case .check(let sink, secrets: nil, let id)? = transcript.effects.first else {
      Issue.record("\(transcript.effects)")
      return
    }
    #expect(sink.name == "my_sink")
    transcript.send(.checked(id: id, [], isLast: false))
    #expect(!transcript.hasPrinted("exists"))
    let taken = AccountCheck(
      .name, "my_sink", .failed, "a sink of this name exists", at: "/name",
      repair: .init("/name", "my_sink_2"))
    transcript.send(.checked(id: id, [taken], isLast: true))
    #expect(transcript.hasPrinted("  failed: name my_sink: a sink of this name exists"))
    #expect(transcript.hasPrinted("    Suggested Name: my_sink_2"))
    #expect(transcript.draft["/name"] == .text("my_sink"))
    transcript.answer("/check keys")
    guard case .check(_, secrets: .some, _)? = transcript.effects.last else {
      Issue.record("\(transcript.effects)")
      return
    }
    transcript.answer("/check all")
    #expect(transcript.effects.isEmpty && transcript.hasPrinted("Type /check or /check keys."))
  }

  @Test func `says why nothing is checked`() {
    var offline = PlainTranscript { $0.access = .unavailable("--offline allows no requests") }
    offline.answer("/check")
    #expect(offline.hasPrinted("The account cannot be read: --offline allows no requests"))
    var preview = PlainTranscript { $0.access = .available }
    preview.answer("/check")
    #expect(preview.hasPrinted("Nothing is checked in a preview."))
  }
}
