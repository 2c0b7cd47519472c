import CloudflareAPI
import Testing

/// Tests finding sinks by ID or name.
struct SinkLookupTests {
  private static let id = String(repeating: "a", count: 32)

  private static func list(_ sinks: (name: String, id: String)...) -> ScriptedAPI.Reply {
    .response(
      200, Sample.list(sinks.map { Sample.sink(name: $0.name, id: $0.id) }, total: sinks.count))
  }

  private static let missing = ScriptedAPI.Reply.response(
    404, Sample.refused(1015, "Sink does not exist"))

  /// Replies, the argument, the IDs of the sinks found, and the methods and paths of the requests.
  typealias Case = (
    replies: [ScriptedAPI.Reply], argument: String, ids: [String], paths: [String]
  )

  @Test(
    arguments: [
      ([.response(200, Sample.created(Sample.sink(id: id)))], id, [id], ["/\(id)"]),
      ([missing, list((id, "1"))], id, ["1"], ["/\(id)", ""]),
      ([missing, list()], id, [], ["/\(id)", ""]),
      ([list(("my_sink", "1"), ("my_sink_2", "2"))], "my_sink", ["1"], [""]),
      ([list(("my_sink", "1"), ("my_sink", "2"))], "my_sink", ["1", "2"], [""]),
      ([list(("MY_SINK", "1")), missing], "my_sink", [], ["", "/my_sink"]),
      (
        [list(), .response(200, Sample.created(Sample.sink(id: "short")))], "short", ["short"],
        ["", "/short"]
      ),
      ([list(), .response(400, Sample.refused(2, "malformed"))], "%", [], ["", "/%25"]),
    ] as [Case])
  func `finds a sink by ID, then by its exact name`(row: Case) async throws {
    let api = ScriptedAPI(row.replies)
    let sinks = try await api.client().sinks(account: "acc", identifiedBy: row.argument)
    #expect(sinks.map(\.id) == row.ids)
    let prefix = "/accounts/acc/pipelines/v1/sinks"
    #expect(api.requests.map { String($0.path.dropFirst(prefix.count)) } == row.paths)
  }

  @Test func `reports other errors`() async throws {
    let api = ScriptedAPI([.response(403, Sample.refused(10000, "Authentication error"))])
    await #expect(throws: ReadProblem.self) {
      try await api.client().sinks(account: "acc", identifiedBy: Self.id)
    }
  }

  @Test func `distinguishes names that are canonically equivalent`() async throws {
    let api = ScriptedAPI([Self.list(("caf\u{E9}", "1"), ("cafe\u{301}", "2"))])
    let sinks = try await api.client().sinks(account: "acc", named: "cafe\u{301}")
    #expect(sinks.map(\.id) == ["2"])
  }
}
