import CloudflareAPI
import CloudflareLive
import Sandbox
import SinkSpec
import Testing

@Suite struct SandboxServerTests {
  @Test func `stores sinks without returning their secrets`() async throws {
    try await RunningSandbox.use { base in
      let client = RunningSandbox.client(base)
      let submission = await client.submit(try RunningSandbox.request())
      let sink = try #require(submission.sink)
      #expect(sink.id.utf8.count == 32)
      #expect(sink.createdAt.flatMap { Timestamp(rfc3339: $0) } != nil)
      #expect(try await client.sink(account: "acc", id: sink.id) == sink)
      #expect(try await client.sinks(account: "acc") == [sink])
      #expect(try await client.sinks(account: "other").isEmpty)
      let raw = try await client.send(.getSink(account: "acc", id: sink.id)).get()
      let text = String(decoding: raw.body, as: UTF8.self)
      #expect(!text.contains("planted") && !text.contains("credentials"))
      #expect(text.contains(#""config":{"account_id":"acc","bucket":"logs","path":"a/b"}"#))
    }
  }

  @Test func `lists by name substring, in pages`() async throws {
    try await RunningSandbox.use { base in
      let client = RunningSandbox.client(base)
      for name in ["Logs_a", "logs_b", "events"] {
        _ = await client.submit(try RunningSandbox.request(name: name))
      }
      let found = try await client.sinks(account: "acc", nameHolding: "LOGS")
      #expect(found.map(\.name) == ["Logs_a", "logs_b"])
      let second = try await client.send(.listSinks(account: "acc", page: 2, perPage: 2)).get()
      let text = String(decoding: second.body, as: UTF8.self)
      #expect(text.contains(#""name":"events""#) && !text.contains("logs_b"))
      #expect(text.contains(#"{"count":1,"page":2,"per_page":2,"total_count":3}"#))
    }
  }

  @Test func `rejects requests as the API does, with the field`() async throws {
    try await RunningSandbox.use { base in
      let client = RunningSandbox.client(base)
      func refusal(_ request: SinkRequest) async throws -> Refusal {
        guard case .refused(let refusal) = await client.submit(request).outcome else {
          throw ReadProblem.unreadable("is not a rejection")
        }
        return refusal
      }
      _ = await client.submit(try RunningSandbox.request())
      let taken = try await refusal(try RunningSandbox.request())
      #expect(taken.isNameTaken && taken.errors.first?.pointer == "/name")
      let missing = try await refusal(
        try RunningSandbox.request(name: "b", bucket: "missing-bucket"))
      #expect(missing.has(code: 10006) && missing.errors.first?.pointer == "/config/bucket")
      let validated = try await refusal(
        try #require(
          SinkRequest(
            account: "acc",
            body: Array(
              #"{"name":"x","type":"r2","config":{"rolling_policy":{"interval_seconds":0}}}"#.utf8))
        )
      )
      #expect(validated.has(code: 1012))
      #expect(
        validated.errors.map(\.pointer).contains("/config/rolling_policy/interval_seconds"))
    }
  }

  @Test func `limits an account to twenty sinks`() async throws {
    try await RunningSandbox.use { base in
      let client = RunningSandbox.client(base)
      for number in 1...20 {
        let submission = await client.submit(try RunningSandbox.request(name: "s\(number)"))
        #expect(submission.sink != nil)
      }
      #expect(await client.submit(try RunningSandbox.request(name: "s21")).sink == nil)
      let first = try #require(try await client.sinks(account: "acc").first)
      _ = try await client.send(.deleteSink(account: "acc", id: first.id)).get()
      let gone = try await client.send(.deleteSink(account: "acc", id: first.id)).get()
      #expect(gone.status == 404)
      #expect(await client.submit(try RunningSandbox.request(name: "s21")).sink != nil)
      #expect(try await client.sinks(account: "acc").count == 20)
    }
  }

  @Test func `requires credentials and rejects unknown routes`() async throws {
    try await RunningSandbox.use { base in
      let send = RunningSandbox.client(base).send
      let lost = try await send(APIRequest(.get, path: ["zones"])).get()
      #expect(lost.status == 404)
      let elsewhere = try BaseURL(String(base.text.dropLast(3)))
      let outside = RunningSandbox.client(elsewhere).send
      #expect(try await outside(.verifyToken(account: nil)).get().status == 404)
      let missing = try await send(
        APIRequest(.get, path: ["accounts", "a", "r2", "buckets", "missing"])
      ).get()
      #expect(missing.status == 404)
      let anonymous = CloudflareClient.live(
        base: base, credentials: .key("", email: ""), trust: Trust(environment: [:]),
        userAgent: "sinkwizard/test")
      let nobody = try await anonymous.send(.verifyToken(account: nil)).get()
      #expect(nobody.status == 403)
    }
  }

  struct Failing: Sendable {
    let mode: FailureMode
    /// The start of the outcome's sentence.
    let sentence: String
    /// Whether the sink exists afterwards.
    let isStored: Bool
  }

  @Test(arguments: [
    Failing(
      mode: .refuse,
      sentence: "the API rejected the request: The sink's configuration was rejected",
      isStored: false),
    Failing(
      mode: .throttle, sentence: "the API rejected the request: Too many requests", isStored: false),
    Failing(
      mode: .fail, sentence: "the request was sent, but the API failed: Internal Server Error",
      isStored: false),
    Failing(
      mode: .dropBefore, sentence: "the request was sent, but the connection failed",
      isStored: false),
    Failing(
      mode: .dropAfter, sentence: "the request was sent, but the connection failed",
      isStored: true),
    Failing(
      mode: .stall, sentence: "the request was sent, but no response arrived within 1 s",
      isStored: false),
    Failing(
      mode: .nonsense,
      sentence: "the request was sent, but the response (HTTP 200) is an HTML page",
      isStored: false),
  ])
  func `simulates failures that the client reports correctly`(_ row: Failing) async throws {
    try await RunningSandbox.use(failing: [SimulatedFailure(row.mode)]) { base in
      let client = RunningSandbox.client(base, timeout: row.mode == .stall ? 1 : 10)
      let submission = await client.submit(try RunningSandbox.request())
      #expect(submission.outcome.sentence.hasPrefix(row.sentence))
      #expect((submission.sink != nil) == row.isStored)
      #expect(try await client.sinks(account: "acc").count == (row.isStored ? 1 : 0))
    }
  }

  @Test func `reports a port in use`() async throws {
    try await RunningSandbox.use { base in
      let port = try #require(base.text.split(separator: ":").last?.split(separator: "/").first)
      let problem = await #expect(throws: SandboxProblem.self) {
        try await SandboxServer.run(port: try #require(UInt16(port))) { _ in }
      }
      // The wizard shows the description of any error that prevents a request.
      let description = problem.map { "\($0)" }
      #expect(description?.hasPrefix("the sandbox could not listen on port \(port): ") == true)
    }
  }
}
