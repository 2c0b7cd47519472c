import CloudflareAPI
import SinkSpec
import Testing

/// The results of checks after a failed request, and the requests that follow it.
extension AccountCheckerTests {
  struct Failure: Sendable {
    let reply: Reply
    let account: String
    /// The number of requests that follow.
    let following: Int
  }

  @Test(arguments: [
    Failure(
      reply: .response(401, Sample.refused(10000, "Authentication error")),
      account: "failed account acc: the API rejected the request: Authentication error "
        + "[code 10000] (HTTP 401)", following: 1),
    Failure(
      reply: .response(403, ""),
      account: "failed account acc: the API returned HTTP 403 without an explanation",
      following: 1),
    Failure(
      reply: .response(429, "", [Header("Retry-After", "300")]),
      account: "failed account acc: the API returned HTTP 429 without an explanation",
      following: 0),
    Failure(
      reply: .response(500, ""),
      account: "failed account acc: the API returned HTTP 500 without an explanation",
      following: 1),
    Failure(
      reply: .response(200, "<html>"),
      account: "failed account acc: the response is an HTML page, not JSON", following: 1),
    Failure(
      reply: .lost(.timedOut(seconds: 10)),
      account: "failed account acc: no response arrived within 10 s", following: 0),
    Failure(
      reply: .lost(.proxyRefused(variable: "https_proxy", status: 407)),
      account: "failed account acc: the proxy in $https_proxy rejected the connection (HTTP 407)",
      following: 0),
  ])
  func `claims nothing after a failure`(_ row: Failure) async {
    let run = await Self.lines([Self.token, row.reply, Self.bucket])
    #expect(run.lines[1] == row.account)
    #expect(run.lines[2] == "not-checked name my_sink: the sinks of the account are unknown")
    #expect(run.api.requests.count == 2 + row.following)
    #expect((run.checks[3].state == .passed) == (row.following > 0))
  }

  @Test func `sends nothing more once the API is unreachable`() async {
    let run = await Self.lines([.unsent(.nameNotFound(host: "api.example"))])
    #expect(run.api.requests.count == 1)
    #expect(run.lines[0] == "not-checked token: could not resolve api.example")
    #expect(
      run.lines[1]
        == "failed account acc: not reached; skipped because an earlier request got no response")
    #expect(!run.checks.contains { $0.state == .passed })
  }

  @Test(
    arguments: [
      (.lost(.timedOut(seconds: 10)), "skipped because an earlier request got no response"),
      (.response(429, ""), "skipped because the API limited the request rate"),
    ] as [(Reply, String)])
  func `stops while it looks for the bucket elsewhere`(_ reply: Reply, _ reason: String) async {
    let first = await Self.lines([Self.token, Self.noSinks, Self.noBucket, reply])
    #expect(first.api.requests.count == 4)
    #expect(first.lines[3] == "failed bucket logs: not found")
    #expect(first.lines[4] == "not-checked keys: \(reason)")
    let missing = Array(repeating: Self.noBucket, count: 5)
    let last = await Self.lines([Self.token, Self.noSinks] + missing + [reply])
    #expect(last.api.requests.count == 8)
    #expect(last.lines[4] == "not-checked keys: \(reason)")
    let token = await Self.lines([reply])
    #expect(token.api.requests.count == 1)
    #expect(token.lines[1] == "failed account acc: not reached; \(reason)")
  }
}
