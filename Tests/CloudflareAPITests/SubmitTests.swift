import CloudflareAPI
import SinkSpec
import Testing

struct SubmitTests {
  @Test func `retries after 429`() async throws {
    let api = ScriptedAPI([
      .response(429, Sample.refused(971, "slow"), [Header("Retry-After", "7")]),
      .response(429, ""), .response(200, Sample.created()),
    ])
    let submission = try await api.submit()
    #expect(submission.sink?.id == "s1")
    #expect(api.slept == [7, 2])
    #expect(api.posts == 3)
    let steps = api.progress.map { step in
      switch step {
      case .sending(let attempt): "sending \(attempt)"
      case .recorded: "recorded"
      case .waiting(let seconds, _): "waiting \(seconds)"
      case .checking: "checking"
      case .checkingAgain(let seconds): "checking again in \(seconds)"
      }
    }.filter { $0 != "recorded" }
    #expect(steps == ["sending 1", "waiting 7", "sending 2", "waiting 2", "sending 3"])
  }

  @Test(arguments: [
    (TransportFailure.Reason.refused(host: "h"), [1, 2, 4]),
    (.nameNotFound(host: "h"), [1, 2, 4]), (.broken("x"), [1, 2, 4]),
    (.insecure("x"), []), (.cancelled, []),
  ])
  func `retries a few times if nothing was sent`(
    _ reason: TransportFailure.Reason, _ pauses: [Int]
  ) async throws {
    let api = ScriptedAPI(Array(repeating: .unsent(reason), count: 9))
    let submission = try await api.submit()
    #expect(submission.outcome == .notReached(.init(reason, mayHaveArrived: false)))
    #expect(api.slept == pauses)
    #expect(api.posts == pauses.count + 1)
  }

  @Test(arguments: [
    ("61", [Int]()), ("300", []), ("99999999999999999999", []), ("9999999999", []),
    ("-1", [1, 2, 4]), ("soon", [1, 2, 4]), ("Fri, 15 Jan 2027 08:00:00 GMT", [20, 20, 20]),
    ("Fri, 15 Jan 2027 07:00:00 GMT", [0, 0, 0]), ("Fri, 15 Jan 2027 09:00:00 GMT", []),
    ("60", [60, 60, 60]), ("0", [0, 0, 0]),
  ])
  func `honors Retry-After up to the maximum delay`(
    _ value: String, _ pauses: [Int]
  ) async throws {
    let date = Header("Date", "Fri, 15 Jan 2027 07:59:40 GMT")
    let response = ScriptedAPI.Reply.response(429, "", [Header("retry-after", value), date])
    let api = ScriptedAPI(Array(repeating: response, count: 9))
    let submission = try await api.submit()
    #expect(api.slept == pauses)
    #expect(
      submission.outcome.hint
        == "the API allows 1,200 requests per 5 minutes, then blocks all calls for 5 minutes")
  }

  @Test func `does not resend if Retry-After is a date and the server's time is unknown`()
    async throws
  {
    let header = Header("Retry-After", "Fri, 15 Jan 2027 08:00:00 GMT")
    let api = ScriptedAPI(Array(repeating: .response(429, "", [header]), count: 9))
    _ = try await api.submit()
    #expect(api.posts == 1)
  }

  @Test(arguments: [
    ScriptedAPI.Reply.lost(), .lost(.timedOut(seconds: 60)), .response(500, ""),
    .response(200, "{}"),
  ])
  func `looks the sink up after an unknown outcome and does not retry`(
    _ reply: ScriptedAPI.Reply
  ) async throws {
    let api = ScriptedAPI([reply, .response(200, Sample.list([Sample.sink()], total: 1))])
    let submission = try await api.submit()
    #expect(submission.sink?.id == "s1")
    #expect(api.requests.map(\.method) == [.post, .get])
    #expect(api.requests.last?.query.first == Header("name", "my_sink"))
    #expect(submission.unconfirmed.isEmpty)
    #expect(
      submission.sentences.last
        == "sink my_sink was created (found in the account with ID s1)")
  }

  struct List {
    let body: String
    let sentence: String

    static let none =
      "no sink my_sink in the account: it was probably not created, but may still appear; "
      + "run `sinkwizard sinks list` before retrying"

    static func other(_ difference: String) -> String {
      "a sink my_sink exists (ID s1), but \(difference): "
        + "this request probably created none; it may still appear"
    }
  }

  static let lists = [
    List(body: Sample.list([]), sentence: List.none),
    List(
      body: Sample.list([Sample.sink(name: "My_Sink"), Sample.sink(name: "my_sink_2", id: "s2")]),
      sentence: List.none),
    List(
      body: Sample.list([Sample.sink(created: "2027-01-15T07:59:59.999Z")]),
      sentence: List.other("it was created before the request was sent")),
    List(
      body: Sample.list([Sample.sink(type: "r2_data_catalog")]),
      sentence: List.other("it has a different type")),
    List(
      body: Sample.list([Sample.sink(bucket: "others")]),
      sentence: List.other("it writes to a different bucket")),
    List(
      body: Sample.list([Sample.sink(created: "yesterday")]),
      sentence: List.other("its creation time is unreadable")),
    List(
      body: "<html>",
      sentence: "could not check whether it was created (the response is an HTML page, not JSON); "
        + "run `sinkwizard sinks list` before retrying"),
  ]

  @Test(arguments: lists)
  func `does not mistake another sink for the one sent`(_ list: List) async throws {
    let page = ScriptedAPI.Reply.response(200, list.body)
    let submission = try await ScriptedAPI(
      [.lost(), page, page], existing: .response(403, "")
    ).submit()
    #expect(submission.sink == nil)
    #expect(submission.unconfirmed.map(\.name) == ["my_sink"])
    #expect(submission.sentences.last == list.sentence)
  }

  @Test func `a name conflict after an unknown outcome may be that sink`() async throws {
    let taken = ScriptedAPI.Reply.response(409, Sample.refused(1003, "exists"))
    let list = ScriptedAPI.Reply.response(200, Sample.list([Sample.sink()], total: 1))
    let later = ScriptedAPI([taken, list])
    #expect(try await later.submit(unconfirmed: [Sample.unconfirmed()]).sink?.id == "s1")
    let first = ScriptedAPI([taken, list])
    #expect(try await first.submit().sink == nil)
    #expect(first.requests.count == 1)
  }

  @Test func `cancelling the delay stops retries`() async throws {
    let api = ScriptedAPI([.response(429, ""), .response(200, Sample.created())])
    let submission = try await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await api.submit()
    }.value
    #expect(submission.sink == nil)
    #expect(api.posts == 1)
  }

  @Test func `a cancelled request can be looked up later`() async throws {
    let api = ScriptedAPI([
      .lost(.cancelled), .response(200, Sample.list([Sample.sink()], total: 1)),
    ])
    let submission = try await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await api.submit()
    }.value
    #expect(submission.outcome == .unknown(.noAnswer(.cancelled)))
    #expect(submission.lookup == nil)
    let request = try #require(submission.unconfirmed.first)
    let lookup = await api.client().lookUp(request)
    guard case .found = lookup else {
      Issue.record("\(lookup)")
      return
    }
  }
}
