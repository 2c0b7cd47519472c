import SinkSpec
import Testing

@testable import CloudflareAPI

/// Tests the checks after a failed request, and the number of requests that follow it.
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
    #expect(run.lines[1] == "failed account acc: not reached: could not resolve api.example")
    #expect(run.checks[1].pointer == nil)
    #expect(!run.checks.contains { $0.state == .passed })
  }

  @Test(
    arguments: [
      (
        .lost(.timedOut(seconds: 10)), "no response arrived within 10 s",
        "skipped because an earlier request got no response"
      ),
      (
        .response(429, ""), "the API returned HTTP 429 without an explanation",
        "skipped because the API limited the request rate"
      ),
    ] as [(Reply, String, String)])
  func `stops while it looks for the bucket elsewhere`(
    _ reply: Reply, _ problem: String, _ reason: String
  ) async {
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
    #expect(token.lines[1] == "failed account acc: not reached: \(problem)")
  }

  static let challenge = Reply.response(403, "<html>", [Header("cf-mitigated", "challenge")])

  @Test(arguments: [challenge, .response(403, "")])
  func `does not blame the token or permissions for a page that replaces the response`(
    _ page: Reply
  ) async {
    let run = await Self.lines([page, page, page])
    #expect(run.checks[0].state == .notChecked)
    #expect(run.checks[3].state == .notChecked)
    #expect(run.checks[5].state == .notChecked)
    #expect(
      run.api.requests.map(\.path) == [
        "/user/tokens/verify", "/accounts/acc/pipelines/v1/sinks", "/accounts/acc/r2/buckets/logs",
      ])
  }

  @Test(arguments: [(403, "/account_id"), (404, "/account_id"), (401, nil), (500, nil)])
  func `points to the account only if another may help`(_ status: Int, _ pointer: Pointer?) async {
    let run = await Self.lines([Self.token, .response(status, Sample.refused(1, "x")), Self.bucket])
    #expect(run.checks[1].state == .failed && run.checks[1].pointer == pointer)
  }

  @Test func `reports a page that replaces the response`() async {
    let run = await Self.lines([Self.token, Self.noSinks, Self.challenge])
    #expect(
      run.lines[3]
        == "not-checked bucket logs: a bot-protection page answered instead of the API (HTTP 403)")
  }

  @Test func `lists no permissions of a token that is rejected`() async {
    let run = await Self.lines([Self.forbidden, Self.forbidden, Self.forbidden, Self.forbidden])
    #expect(run.checks[0].state == .failed)
    #expect(run.lines.last == "not-checked permissions: the token is not accepted at all")
  }

  @Test func `does not report a table as free if its catalog is missing`() async {
    let run = await Self.lines(
      [
        Self.token, Self.noSinks, Self.bucket, Self.result(#"{"status":"active"}"#),
        .response(404, Sample.refused(40401, "Warehouse not found")),
      ], Self.sink(type: "r2_data_catalog"))
    #expect(
      run.lines[5] == "not-checked table default.events: the API rejected the request: "
        + "Warehouse not found [code 40401] (HTTP 404)")
  }

  @Test func `does not report a name as free if part of the list is missing`() async {
    let page = Reply.response(200, Sample.list([Sample.sink(name: "other", id: "1")], total: 5))
    let empty = Reply.response(200, Sample.list([], total: 5))
    let run = await Self.lines([Self.token, page, empty, Self.bucket])
    #expect(run.lines[1] == "passed account acc: 5 of 20 sinks")
    #expect(run.lines[2] == "not-checked name my_sink: the API listed only 1 of 5 sinks")
    #expect(run.lines[3] == "passed bucket logs: exists")
  }

  static let storageReplies: [(Reply, AccountCheck.State)] = [
    (.response(200, "<html>Sign in</html>"), .notChecked),
    (.response(200, "", [Header("Content-Type", "text/html")]), .notChecked),
    (.response(302, ""), .notChecked), (.response(403, ""), .failed),
    (.lost(.timedOut(seconds: 10)), .notChecked),
  ]

  @Test(arguments: storageReplies + [(.response(200, ""), .passed), (.response(404, ""), .failed)])
  func `accepts keys only on an answer of R2`(_ reply: Reply, _ state: AccountCheck.State) {
    #expect(AccountCheck.keys(reply).state == state)
  }

  @Test(
    arguments: storageReplies + [
      (.response(200, #"{"defaults":{},"overrides":{}}"#), .passed),
      (.response(200, "OK"), .notChecked), (.response(200, "[]"), .notChecked),
      (.response(401, ""), .failed),
    ])
  func `accepts a catalog token only on a configuration`(
    _ reply: Reply, _ state: AccountCheck.State
  ) {
    #expect(AccountCheck.catalogToken(reply).state == state)
  }
}
