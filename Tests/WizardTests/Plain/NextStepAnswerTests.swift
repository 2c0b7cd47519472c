import CloudflareAPI
import SinkDraft
import SinkExport
import SinkSpec
import Testing

@testable import Wizard

/// Tests the pipeline that comes after a created sink, in line mode.
struct NextStepAnswerTests {
  /// Returns a transcript at the report of a created sink.
  static func created(access: AccountAccess = .available) async throws -> PlainTranscript {
    var transcript = PlainTranscript {
      $0.access = access
      $0.target = .available("api.example")
      $0.environment = ["R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY"]
    }
    transcript.answer(
      "my_sink", "/step 2", "events", "", "", "", "/example", "/example", "/step 5", "submit", "y")
    let json = """
      {"success":true,"result":{"id":"aaaa1111","name":"my_sink","type":"r2",\
      "created_at":"2026-11-23T20:15:31Z","config":{"bucket":"events"}}}
      """
    let client = CloudflareClient(
      credentials: .token("t"),
      send: { _ in .success(HTTPResponse(status: 200, body: Array(json.utf8))) },
      sleep: { _ in }, now: { PlainTranscript.now })
    let body = #"{"name":"my_sink","type":"r2","config":{"bucket":"events"}}"#
    let request = try #require(
      SinkRequest(account: PlainTranscript.account, body: Array(body.utf8)))
    transcript.send(.submitted(await client.submit(request)))
    return transcript
  }

  @Test func `prints the statement and how to go on`() async throws {
    let transcript = try await Self.created()
    #expect(
      transcript.lines == [
        "Created: my_sink", "ID: aaaa1111",
        "A pipeline writes to it with INSERT INTO my_sink SELECT * FROM your_stream;",
        "  your_stream is a placeholder: s lists the account's streams",
        "Enter prints the sink and quits, s lists the streams, v checks the SQL, 1 to 3 print the SQL "
          + "and the commands for wrangler and curl, b goes back: ",
      ])
  }

  @Test func `picks a stream, checks the statement and prints the commands`() async throws {
    var transcript = try await Self.created()
    transcript.answer("v")
    #expect(transcript.hasPrinted("Choose the stream first, with s."))
    transcript.answer("s")
    guard case .ask(.streams, let list)? = transcript.effects.first else {
      Issue.record("\(transcript.effects)")
      return
    }
    #expect(transcript.session.isWaiting)
    transcript.send(
      .answered(
        id: list, .success(.streams(Listing([StreamRecord(id: "1", name: "web_events")])))))
    #expect(transcript.hasPrinted("  1 web_events (no schema)"))
    transcript.answer("1")
    #expect(transcript.hasPrinted("INSERT INTO my_sink SELECT * FROM web_events;"))
    transcript.answer("v")
    guard case .validate(_, PlainTranscript.account, let check)? = transcript.effects.first else {
      Issue.record("\(transcript.effects)")
      return
    }
    #expect(transcript.session.isWaiting && transcript.lines == ["  checking …"])
    transcript.send(
      .validated(
        id: check,
        .success(.invalid([SQLDiagnostic(message: "not found", line: 1, column: 35)]))))
    #expect(!transcript.session.isWaiting)
    #expect(transcript.lines.first == "  line 1, column 35: not found")
    transcript.answer("1")
    #expect(transcript.lines.first == "INSERT INTO my_sink SELECT * FROM web_events;")
    transcript.answer("2")
    #expect(
      transcript.lines.prefix(3) == [
        "CLOUDFLARE_ACCOUNT_ID=\(PlainTranscript.account) \\",
        "  npx wrangler pipelines create my_sink_pipeline \\",
        "  --sql='INSERT INTO my_sink SELECT * FROM web_events;'",
      ])
    transcript.answer("3")
    #expect(transcript.lines.first == ": \"${CLOUDFLARE_API_TOKEN:?}\" &&")
    transcript.answer("4")
    #expect(transcript.hasPrinted("Invalid answer \"4\"."))
  }

  @Test func `stops a check, and stays at the sink`() async throws {
    var transcript = try await Self.created()
    transcript.answer("s")
    #expect(transcript.session.interrupt() == [.stopAsking(id: 1)])
    #expect(transcript.wizard.overlay is CreatedSinkReport)
    transcript.answer("s")
    transcript.send(
      .answered(id: 2, .failure(.noAnswer(.timedOut(seconds: 10)))))
    #expect(transcript.hasPrinted("type the name of a stream instead"))
    transcript.answer("mine", "v")
    #expect(transcript.session.isWaiting)
    #expect(transcript.session.interrupt() == [.stopAsking(id: 3)])
    #expect(transcript.wizard.overlay is CreatedSinkReport && !transcript.session.isWaiting)
  }

  @Test(arguments: ["s", "v"])
  func `says why the account is not read`(answer: String) async throws {
    var transcript = try await Self.created(access: .unavailable("--offline allows no requests"))
    transcript.answer(answer)
    #expect(transcript.effects.isEmpty)
    #expect(transcript.hasPrinted("The account cannot be read: --offline allows no requests"))
  }
}
