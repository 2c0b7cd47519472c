import CloudflareAPI
import SinkSpec
import Testing

/// Tests what happens to earlier requests, whose outcome is unknown, while another one is sent.
struct EarlierRequestTests {
  private static let none = ScriptedAPI.Reply.response(200, Sample.list([]))
  private static let taken = ScriptedAPI.Reply.response(409, Sample.refused(1003, "exists"))

  private static func list(_ sink: String) -> ScriptedAPI.Reply {
    .response(200, Sample.list([sink], total: 1))
  }

  // MARK: Elsewhere

  static let elsewhere = [
    Sample.unconfirmed(name: "first", endpoint: "other", existingIDs: []),
    Sample.unconfirmed(name: "first", endpoint: "sandbox", existingIDs: []),
    Sample.unconfirmed(name: "first", account: "other", existingIDs: []),
    Sample.unconfirmed(endpoint: "other", existingIDs: []),
    Sample.unconfirmed(account: "other", existingIDs: []),
  ]

  @Test(arguments: elsewhere)
  func `does not adopt a sink for a request to another endpoint or account`(
    _ earlier: UnconfirmedRequest
  ) async throws {
    // The sink that the request would have created, if it had been sent here.
    let sink = Self.list(Sample.sink(name: earlier.name, id: "s7"))
    let api = ScriptedAPI([Self.taken, sink], existing: sink)
    let submission = try await api.submit(unconfirmed: [earlier])
    #expect(submission.sink == nil)
    #expect(api.posts == 1)
    #expect(submission.unconfirmed == [earlier])
  }

  @Test(arguments: elsewhere)
  func `keeps a request to another endpoint or account after creating the sink`(
    _ earlier: UnconfirmedRequest
  ) async throws {
    let api = ScriptedAPI([.response(200, Sample.created())])
    let submission = try await api.submit(unconfirmed: [earlier])
    #expect(submission.sink?.id == "s1")
    #expect(submission.unconfirmed == [earlier])
  }

  @Test func `looks up a request of an older draft whose endpoint is unknown`() async throws {
    let api = ScriptedAPI([], existing: Self.list(Sample.sink(id: "s7")))
    let earlier = Sample.unconfirmed(endpoint: "", existingIDs: [])
    let submission = try await api.submit(unconfirmed: [earlier])
    #expect(submission.sink?.id == "s7")
    #expect(api.posts == 0)
  }

  @Test func `shares the record of an equal request whose endpoint is unknown`() async throws {
    let earlier = Sample.unconfirmed(endpoint: "", existingIDs: ["old"])
    let submission = try await ScriptedAPI([.lost(), Self.none]).submit(unconfirmed: [earlier])
    #expect(submission.unconfirmed == [earlier])
  }

  // MARK: The same name with other values

  static let changed = [
    Sample.unconfirmed(bucket: "others", existingIDs: []),
    Sample.unconfirmed(type: "r2_data_catalog", existingIDs: []),
  ]

  @Test(arguments: changed)
  func `recognizes the sink of a request whose type or bucket was changed`(
    _ earlier: UnconfirmedRequest
  ) async throws {
    let api = ScriptedAPI([.lost(), Self.list(Sample.sink())])
    let submission = try await api.submit(unconfirmed: [earlier])
    #expect(submission.sink?.id == "s1")
    #expect(submission.unconfirmed == [earlier])
  }

  @Test(arguments: changed)
  func `records both requests of a name with different values`(
    _ earlier: UnconfirmedRequest
  ) async throws {
    let submission = try await ScriptedAPI([.lost(), Self.none]).submit(unconfirmed: [earlier])
    #expect(submission.unconfirmed.map(\.bucket) == [earlier.bucket, "logs"])
    #expect(submission.unconfirmed.map(\.type) == [earlier.type, "r2"])
  }

  @Test(arguments: changed)
  func `attributes a taken name to the request that created the sink late`(
    _ earlier: UnconfirmedRequest
  ) async throws {
    let late = Sample.sink(type: earlier.type ?? "", bucket: earlier.bucket ?? "")
    let api = ScriptedAPI([Self.taken, Self.list(late)])
    let submission = try await api.submit(unconfirmed: [earlier])
    #expect(submission.sink?.id == "s1")
    #expect(submission.outcome.isNameTaken)
    #expect(submission.unconfirmed.isEmpty)
  }

  @Test func `does not record a rejected request`() async throws {
    let earlier = Self.changed[0]
    let submission = try await ScriptedAPI([Self.taken, Self.none]).submit(unconfirmed: [earlier])
    #expect(submission.sink == nil)
    #expect(submission.unconfirmed == [earlier])
  }

  // MARK: Failed lookups

  static let failures: [(ScriptedAPI.Reply, [Int])] = [
    (.response(429, "", [Header("Retry-After", "7")]), [7, 7, 7]), (.response(429, ""), [1, 2, 4]),
    (.response(500, ""), [1, 2, 4]), (.response(503, "<html>"), [1, 2, 4]),
    (.response(200, "<html>"), [1, 2, 4]), (.response(200, #"{"success":true}"#), [1, 2, 4]),
    (.response(403, ""), []), (.lost(.tooLong(limit: 5)), []),
  ]

  @Test(arguments: failures)
  func `sends nothing while an earlier request cannot be looked up`(
    _ failure: ScriptedAPI.Reply, _ pauses: [Int]
  ) async throws {
    for name in ["my_sink", "first"] {
      let earlier = Sample.unconfirmed(name: name, existingIDs: [])
      let api = ScriptedAPI([.response(200, Sample.created())], existing: failure)
      let submission = try await api.submit(unconfirmed: [earlier])
      #expect(api.posts == 0)
      #expect(api.slept == pauses)
      #expect(submission.sink == nil)
      #expect(submission.unconfirmed == [earlier])
      #expect(
        submission.outcome.sentence.hasPrefix(
          "not sent, because it could not be checked whether an earlier request created sink \(name) ("
        ))
      #expect(submission.outcome.hint?.contains("`sinkwizard sinks list`") == true)
    }
  }

  @Test func `sends the sink once the earlier request could be looked up`() async throws {
    let busy = ScriptedAPI.Reply.response(503, "")
    let api = ScriptedAPI(
      [Self.none, busy, Self.none, Self.none, .response(200, Sample.created())], existing: nil)
    let earlier = Sample.unconfirmed(name: "first", existingIDs: [])
    let submission = try await api.submit(unconfirmed: [earlier])
    #expect(submission.sink?.id == "s1")
    #expect(api.slept == [1])
    #expect(api.posts == 1)
  }

  // MARK: Secrets in names

  @Test(
    arguments: ["planted-secret-key", "my_planted-access-key"],
    [
      "planted-access-key", "logs-planted-secret-key",
    ])
  func `recognizes a sink whose name or bucket contains a secret`(
    _ name: String, _ bucket: String
  ) async throws {
    let sink = Sample.sink(name: name, bucket: bucket)
    let request = try Sample.request(name: name, bucket: bucket)
    let created = try await ScriptedAPI([.response(200, Sample.created(sink))]).submit(request)
    guard case .created(let record) = created.outcome else {
      Issue.record("\(created.outcome)")
      return
    }
    #expect(!"\(created)\(created.sentences)\(record)".contains("planted"))
    #expect(record.bucket?.contains("planted") == false)
    let found = try await ScriptedAPI([.lost(), Self.list(sink)]).submit(request)
    #expect(found.sink?.id == "s1")
    #expect(found.unconfirmed.isEmpty)
    #expect(!"\(found.sentences)".contains("planted"))
  }

  @Test func `compares a stored sink with a payload that contains its secrets`() async throws {
    let body = """
      {"name":"my_sink","type":"r2","config":{"account_id":"acc","bucket":"planted-token"}}
      """
    let payload = RequestNode(reading: try JSONDocument(parsing: Array(body.utf8)))
    let list = Self.list(Sample.sink(bucket: "planted-token"))
    let sink = try #require(
      await ScriptedAPI([list]).client().sinks(account: "acc", named: "my_sink").first)
    #expect(sink.isCreated(by: payload))
    #expect(!payload.differences(from: sink.payload).isEmpty)
  }
}
