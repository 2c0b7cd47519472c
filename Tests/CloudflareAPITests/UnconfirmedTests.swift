import CloudflareAPI
import SinkSpec
import Testing

/// Tests the model of ``UnconfirmedRequest``: servers that store late, twice, under another name, or
/// with another clock.
struct UnconfirmedTests {
  private static let none = ScriptedAPI.Reply.response(200, Sample.list([], total: 0))
  private static let gateway = ScriptedAPI.Reply.response(504, "")

  private static func list(_ sinks: String..., date: String? = nil) -> ScriptedAPI.Reply {
    .response(200, Sample.list(sinks, total: sinks.count), date.map { [Header("Date", $0)] } ?? [])
  }

  // MARK: Late

  @Test func `asks again over half a minute for a sink that is stored late`() async throws {
    let api = ScriptedAPI([Self.gateway, Self.none, Self.none, Self.list(Sample.sink())])
    let submission = try await api.submit(confirmationTime: 30)
    #expect(submission.sink?.id == "s1")
    #expect(api.slept == [1, 2])
    #expect(submission.unconfirmed.isEmpty)
    #expect(api.posts == 1)
  }

  @Test func `says that it may still appear after asking for half a minute`() async throws {
    let api = ScriptedAPI([Self.gateway] + Array(repeating: Self.none, count: 20))
    let submission = try await api.submit(confirmationTime: 30)
    #expect(api.slept.reduce(0, +) == 30)
    #expect(submission.sentences.last?.contains("may still appear") == true)
    #expect(submission.unconfirmed.map(\.name) == ["my_sink"])
    #expect(api.posts == 1)
  }

  @Test func `asks again if the list cannot be read`() async throws {
    let broken = ScriptedAPI.Reply.response(500, "")
    let api = ScriptedAPI([Self.gateway, broken, Self.list(Sample.sink())])
    #expect(try await api.submit(confirmationTime: 30).sink?.id == "s1")
  }

  // MARK: Twice

  @Test func `examines all sinks of the name`() async throws {
    let old = Sample.sink(id: "old", created: "2020-01-01T00:00:00Z")
    let api = ScriptedAPI(
      [Self.gateway, Self.list(old, Sample.sink(id: "new", created: "2020-01-01T00:00:00Z"))],
      existing: Self.list(old))
    #expect(try await api.submit().sink?.id == "new")
  }

  @Test func `never adopts a sink that existed before`() async throws {
    // By the local clock, the creation time is in the future.
    let old = Self.list(Sample.sink(created: "2030-01-01T00:00:00Z"))
    let submission = try await ScriptedAPI([.lost(), old], existing: old).submit()
    #expect(submission.sink == nil)
    #expect(submission.sentences.last?.contains("before the request was sent") == true)
  }

  // MARK: Another name

  @Test(arguments: [
    (Sample.sink(name: "another"), "it has a different name"),
    (Sample.sink(bucket: "others"), "it writes to a different bucket"),
    (Sample.sink(type: "r2_data_catalog"), "it has a different type"),
  ])
  func `does not accept an answer about another sink`(
    _ sink: String, _ difference: String
  ) async throws {
    let api = ScriptedAPI([.response(200, Sample.created(sink)), Self.none])
    let submission = try await api.submit()
    #expect(submission.sink == nil)
    #expect(submission.sentences.first?.contains(difference) == true)
    #expect(submission.sentences.first?.contains("(ID s1)") == true)
    #expect(submission.unconfirmed.count == 1)
    #expect(api.posts == 1)
  }

  @Test(arguments: [429, 409, 403, 302])
  func `does not resend after a rejection whose body reports success`(
    _ status: Int
  ) async throws {
    let api = ScriptedAPI([
      .response(status, Sample.created()), Self.list(Sample.sink()),
    ])
    let submission = try await api.submit()
    #expect(api.posts == 1)
    #expect(submission.sink?.id == "s1")
    #expect(
      submission.sentences.first
        == "the request was sent, but the response reports success with HTTP \(status); "
        + "the sink may exist")
  }

  // MARK: Clocks

  struct Clock: CustomTestStringConvertible {
    let testDescription: String
    /// The `Date` of the server; the local clock says 08:00:00.
    let date: String
    let created: String
    let isFound: Bool
  }

  private static func time(_ time: String) -> String { "Fri, 15 Jan 2027 \(time) GMT" }

  @Test(arguments: [
    Clock(
      testDescription: "server behind, created", date: time("07:00:00"),
      created: "2027-01-15T07:00:02Z", isFound: true),
    Clock(
      testDescription: "server behind, older", date: time("07:00:00"),
      created: "2027-01-15T06:59:58Z", isFound: false),
    Clock(
      testDescription: "server ahead, created", date: time("09:00:00"),
      created: "2027-01-15T09:00:00Z", isFound: true),
    Clock(
      testDescription: "server ahead, older", date: time("09:00:00"),
      created: "2027-01-15T08:30:00Z", isFound: false),
    Clock(
      testDescription: "no time, older", date: "", created: "2027-01-15T07:59:59Z", isFound: false),
  ])
  func `compares creation times by the server's clock if the list before is unknown`(
    _ row: Clock
  ) async throws {
    let list = Self.list(Sample.sink(created: row.created), date: row.date)
    let refused = ScriptedAPI.Reply.response(403, "", [Header("Date", row.date)])
    for existing in [refused, .response(403, "")] {
      let submission = try await ScriptedAPI([.lost(), list], existing: existing).submit()
      #expect((submission.sink != nil) == row.isFound)
    }
    let resumed = await ScriptedAPI([list], existing: nil).client().lookUp(Sample.unconfirmed())
    guard case .found = resumed else {
      #expect(!row.isFound)
      return
    }
    #expect(row.isFound)
  }

  // MARK: Earlier requests

  @Test func `sends nothing if an earlier request has created its sink`() async throws {
    let list = Self.list(Sample.sink(name: "first", id: "s7"))
    let api = ScriptedAPI([], existing: list)
    let earlier = Sample.unconfirmed(name: "first", existingIDs: [])
    let submission = try await api.submit(unconfirmed: [earlier])
    #expect(api.posts == 0)
    #expect(
      submission.sentences
        == ["an earlier request created sink first (ID s7); this request was not sent"])
    #expect(submission.unconfirmed.isEmpty)
  }

  @Test func `keeps an earlier request open while another name is created`() async throws {
    let api = ScriptedAPI([.response(200, Sample.created())])
    let earlier = Sample.unconfirmed(name: "first", existingIDs: [])
    let submission = try await api.submit(unconfirmed: [earlier])
    #expect(submission.sink?.id == "s1")
    #expect(submission.unconfirmed == [earlier])
  }

  @Test func `keeps what existed before the first of several requests`() async throws {
    let first = Sample.unconfirmed(existingIDs: ["old"])
    let api = ScriptedAPI([.lost(), Self.none])
    let submission = try await api.submit(unconfirmed: [first])
    #expect(submission.unconfirmed == [first])
  }

  @Test(arguments: [TransportFailure.Reason.timedOut(seconds: 60), .broken("x"), .cancelled])
  func `sends no sink to an API that does not answer`(
    _ reason: TransportFailure.Reason
  ) async throws {
    let api = ScriptedAPI([], existing: .lost(reason))
    let submission = try await api.submit()
    #expect(api.posts == 0)
    #expect(submission.outcome == .notReached(.init(reason, mayHaveArrived: false)))
  }

  @Test(arguments: [
    ScriptedAPI.Reply.response(403, ""), .response(500, ""), .response(200, "<html>"),
    .lost(.tooLong(limit: 5)),
  ])
  func `creates the sink even if the account cannot be listed`(
    _ existing: ScriptedAPI.Reply
  ) async throws {
    let api = ScriptedAPI([.response(200, Sample.created())], existing: existing)
    #expect(try await api.submit().sink?.id == "s1")
  }
}
