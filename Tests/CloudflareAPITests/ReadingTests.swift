import CloudflareAPI
import Testing

struct ReadOnlyRequestTests {
  static func page(_ ids: [String], total: Int? = nil) -> ScriptedAPI.Reply {
    .response(200, Sample.list(ids.map { Sample.sink(name: "n\($0)", id: $0) }, total: total))
  }

  @Test(arguments: [
    ([page(["1", "2"]), page(["3"]), page([])], ["1", "2", "3"], 3),
    ([page(["1", "2"], total: 3), page(["3"], total: 3)], ["1", "2", "3"], 2),
    // A server that ignores the page number repeats the same page.
    ([page(["1", "2"]), page(["1", "2"])], ["1", "2"], 2),
    ([page(["1", "2"], total: 9), page(["2"], total: 9)], ["1", "2"], 2),
    ([page([])], [], 1),
  ])
  func `lists sinks from all pages`(
    _ pages: [ScriptedAPI.Reply], _ ids: [String], _ requests: Int
  ) async throws {
    let api = ScriptedAPI(pages)
    #expect(try await api.client().sinks(account: "a").map(\.id) == ids)
    #expect(api.requests.count == requests)
    #expect(
      api.requests.map { $0.query.first { $0.name == "page" }?.value }
        == (1...requests).map { "\($0)" })
  }

  @Test func `gives up on an endless list`() async throws {
    let api = ScriptedAPI((0..<300).map { Self.page(["\($0)"]) })
    await #expect(throws: ReadProblem.unreadable("did not end after 50 sinks")) {
      try await api.client().sinks(account: "a")
    }
  }

  @Test(arguments: [
    (
      ScriptedAPI.Reply.response(404, Sample.refused(1015, "Sink does not exist")),
      "the API rejected the request: Sink does not exist [code 1015] (HTTP 404)"
    ),
    (.response(500, ""), "the API returned HTTP 500 without an explanation"),
    (.response(200, "[]"), "the response is not from the API"),
    (.response(200, #"{"success":true}"#), "the response contains no sink"),
    (.lost(.timedOut(seconds: 3)), "no response arrived within 3 s"),
  ])
  func `describes why a request failed`(
    _ reply: ScriptedAPI.Reply, _ sentence: String
  ) async throws {
    let api = ScriptedAPI([reply])
    let problem = await #expect(throws: ReadProblem.self) {
      try await api.client().sink(account: "a", id: "b")
    }
    #expect(problem?.sentence == sentence)
    #expect(api.requests.count == 1)
  }
}
