import CloudflareAPI
import SinkSpec
import TestSupport
import Testing

struct ResponseFuzzTests {
  private static let bodies = [
    Sample.created(), Sample.created(Sample.sink(name: "planted-token")),
    Sample.list([Sample.sink(), Sample.sink(name: "b", id: "s2")], total: 2),
    Sample.refused(1003, "planted-secret-key exists"), RedactionTests.echo,
    #"{"success":false,"error":{"issues":[{"path":["config",0],"message":"planted-token"}]}}"#,
  ]

  private static func reply(_ random: inout SplitMix64) -> ScriptedAPI.Reply {
    if random.once(in: 8) { return .lost(.broken("at planted-token")) }
    let whole = Array((bodies.randomElement(using: &random) ?? "").utf8)
    let body = DamagedText.text(whole, using: &random)
    let status = [200, 201, 302, 400, 409, 429, 500, 504].randomElement(using: &random) ?? 200
    let headers = [
      Header(
        "Retry-After",
        ["1", "x", "Fri, 15 Jan 2027 08:00:00 GMT"].randomElement(using: &random) ?? ""),
      Header("Date", "Fri, 15 Jan 2027 07:59:5\(Int.random(in: 0...9, using: &random)) GMT"),
      Header("cf-ray", random.once(in: 2) ? "planted-token" : "8f-AMS"),
    ]
    return .success(HTTPResponse(status: status, headers: headers, body: body))
  }

  @Test func `never resends what may be stored, or shows a secret`() async throws {
    try await Fuzzing.run { seed in
      var random = SplitMix64(seed: seed)
      let replies = (0..<12).map { _ in Self.reply(&random) }
      let api = ScriptedAPI(replies)
      let submission = try await api.submit(confirmationTime: 3)
      // Everything but a rejection with 429 may have created the sink.
      let posts = zip(api.requests, replies).filter { $0.0.method == .post }.map(\.1)
      for reply in posts.dropLast() {
        guard case .success(let response) = reply else {
          Issue.record("seed \(seed): resent after no response")
          continue
        }
        #expect(response.status == 429, "seed \(seed)")
      }
      if let sink = submission.sink { #expect(sink.name == "my_sink", "seed \(seed)") }
      let shown = submission.sentences.joined() + (submission.outcome.hint ?? "")
      for secret in Sample.secrets { #expect(!shown.contains(secret), "seed \(seed): \(shown)") }
    }
  }
}
