import CloudflareAPI
import SinkSpec
import Testing

/// Tests the checks of an account against scripted responses.
struct AccountCheckerTests {
  typealias Reply = ScriptedAPI.Reply
  typealias Untested = AccountChecker.Untested

  static func sink(_ values: [Pointer: String] = [:], type: String = "r2") -> CheckedSink {
    let values = [
      "/name": "my_sink", "/type": type, "/config/bucket": "logs", "/config/table_name": "events",
    ].merging(values) { $1 }
    return CheckedSink(account: "acc") { values[$0] }
  }

  static func result(_ json: String) -> Reply {
    .response(200, "{\"success\":true,\"result\":\(json)}")
  }

  static let token = result(#"{"status":"active","expires_on":"2028-01-01T00:00:00Z"}"#)
  static let noSinks = result("[]")
  static let bucket = result(#"{"name":"logs"}"#)
  static let noBucket = Reply.response(404, Sample.refused(10006, "No such bucket"))
  static let forbidden = Reply.response(403, Sample.refused(10000, "Authentication error"))

  /// Runs the checks; returns one line for each.
  static func lines(
    _ replies: [Reply], _ sink: CheckedSink = sink(),
    credentials: Credentials = .token("planted-token")
  ) async -> (lines: [String], checks: [AccountCheck], api: ScriptedAPI) {
    let api = ScriptedAPI(replies)
    let checker = AccountChecker(client: api.client(credentials: credentials), sink: sink)
    let checks = await checker.run(secrets: .failure(Untested("not asked for")))
    return (checks.map { "\($0.state.rawValue) \($0.title): \($0.reason)" }, checks, api)
  }

  @Test func `checks a bucket sink with three requests`() async {
    let run = await Self.lines([Self.token, Self.noSinks, Self.bucket])
    #expect(
      run.lines == [
        "passed token: user token, active until 2028-01-01", "passed account acc: 0 of 20 sinks",
        "passed name my_sink: free", "passed bucket logs: exists",
        "not-checked keys: not asked for",
        "not-checked permissions: the API does not list a token's permissions; "
          + "creating needs Pipelines Write",
      ])
    #expect(run.api.requests.map(\.method) == [.get, .get, .get])
  }

  @Test func `checks a catalog sink with five requests`() async {
    let tables = Self.result(#"{"identifiers":[{"namespace":["default"],"name":"orders"}]}"#)
    let run = await Self.lines(
      [Self.token, Self.noSinks, Self.bucket, Self.result(#"{"status":"active"}"#), tables],
      Self.sink(type: "r2_data_catalog"))
    #expect(
      run.lines[3...5] == [
        "passed bucket logs: exists", "passed catalog logs: enabled",
        "passed table default.events: does not exist yet",
      ])
    #expect(run.api.requests.count == 5)
  }

  @Test func `proposes a free name for one that is taken, compared exactly`() async {
    let sinks = Reply.response(
      200,
      Sample.list(
        ["my_sink", "My_Sink_2", "other"].map { Sample.sink(name: $0, id: $0) }, total: 3))
    let taken = await Self.lines([Self.token, sinks, Self.bucket])
    #expect(taken.lines[2] == "failed name my_sink: a sink with this name already exists")
    #expect(taken.checks[2].repair == AccountCheck.Repair("/name", "my_sink_3"))
    let similar = await Self.lines(
      [Self.token, sinks, Self.bucket], Self.sink(["/name": "OTHER"]))
    #expect(
      similar.lines[2] == "warning name OTHER: free, but SQL cannot distinguish it from other")
    let other = await Self.lines([Self.token, sinks, Self.bucket], Self.sink(["/name": "my_sin"]))
    #expect(other.lines[2] == "passed name my_sin: free")
  }

  @Test(arguments: [
    ("a", ["b"], "a"), ("a", ["a"], "a_2"), ("a", ["A", "a_2"], "a_3"), ("a_7", ["a_7"], "a_8"),
    ("a_9223372036854775807", ["a_9223372036854775807"], "a_2"), ("_", ["_"], "__2"),
    ("", [""], "_2"), ("a_-1", ["a_-1"], "a_2"),
  ])
  func `proposes names with a number`(_ name: String, _ used: [String], _ free: String) {
    #expect(AccountCheck.freeName(name, among: used) == free)
  }

  @Test func `warns at the limit of sinks`() async {
    let sinks = (1...20).map { Sample.sink(name: "s\($0)", id: "\($0)") }.joined(separator: ",")
    let run = await Self.lines([Self.token, Self.result("[\(sinks)]"), Self.noSinks, Self.bucket])
    #expect(run.lines[1] == "warning account acc: 20 of 20 sinks; delete one first")
  }

  // MARK: Buckets

  @Test func `finds a bucket in another jurisdiction`() async {
    let elsewhere = Self.result(#"{"name":"logs","jurisdiction":"eu"}"#)
    let run = await Self.lines([Self.token, Self.noSinks, Self.noBucket, elsewhere, Self.noBucket])
    #expect(run.lines[3] == "failed bucket logs: not found; the bucket is in jurisdiction eu")
    #expect(run.checks[3].repair == AccountCheck.Repair("/config/jurisdiction", "eu"))
    #expect(run.checks[3].pointer == "/config/jurisdiction")

    let here = await Self.lines(
      [Self.token, Self.noSinks, Self.noBucket, Self.bucket, Self.noBucket],
      Self.sink(["/config/jurisdiction": "eu"]))
    #expect(
      here.lines[3]
        == "failed bucket logs: not found in jurisdiction eu; "
        + "the bucket is in the default jurisdiction")
    #expect(here.checks[3].repair == AccountCheck.Repair("/config/jurisdiction", ""))
  }

  @Test(arguments: SinkType.catalogs)
  func `ignores the jurisdiction of a catalog sink`(type: String) {
    #expect(Self.sink(["/config/jurisdiction": "eu"], type: type).jurisdiction == nil)
    #expect(Self.sink(["/config/jurisdiction": "eu"]).jurisdiction == "eu")
  }

  @Test func `suggests a bucket with a similar name`() async {
    let list = Self.result(#"{"buckets":[{"name":"analytics-events"},{"name":"other"}]}"#)
    let missing = Array(repeating: Self.noBucket, count: 5)
    let run = await Self.lines(
      [Self.token, Self.noSinks] + missing + [list],
      Self.sink(["/config/bucket": "analytics-evnts"]))
    #expect(
      run.lines[3]
        == "failed bucket analytics-evnts: not found; did you mean analytics-events?")
    #expect(run.checks[3].repair == AccountCheck.Repair("/config/bucket", "analytics-events"))
  }

  // MARK: Catalogs

  @Test(arguments: [
    (
      [Reply.response(404, Sample.refused(40401, "Warehouse not found"))],
      "failed catalog logs: not enabled; run `npx wrangler r2 bucket catalog enable logs`",
      "not-checked table default.events: the catalog is not known to be enabled"
    ),
    (
      [result(#"{"status":"inactive"}"#)], "failed catalog logs: is inactive",
      "not-checked table default.events: the catalog is not known to be enabled"
    ),
    (
      [
        result(#"{"status":"active"}"#),
        result(#"{"identifiers":[{"name":"events"},{"name":"events_2"}]}"#),
      ], "passed catalog logs: enabled",
      "failed table default.events: already exists; a sink creates its own table"
    ),
    (
      [result(#"{"status":"active"}"#), .response(404, Sample.refused(1, "no namespace"))],
      "passed catalog logs: enabled",
      "passed table default.events: does not exist yet, nor does its namespace"
    ),
  ])
  func `evaluates catalog and table`(
    _ replies: [Reply], _ catalog: String, _ table: String
  ) async {
    let run = await Self.lines(
      [Self.token, Self.noSinks, Self.bucket] + replies, Self.sink(type: "r2_data_catalog"))
    #expect(run.lines[4] == catalog)
    #expect(run.lines[5] == table)
    let repair =
      table.contains("already exists")
      ? AccountCheck.Repair("/config/table_name", "events_3") : nil
    #expect(run.checks[5].repair == repair)
  }

  @Test func `names the permissions that are missing`() async {
    let run = await Self.lines(
      [Self.token, Self.noSinks, Self.forbidden, Self.forbidden],
      Self.sink(type: "r2_data_catalog"))
    #expect(
      run.lines.last
        == "warning permissions: the token lacks Workers R2 Storage Read, "
        + "Workers R2 Data Catalog Read")
    #expect(run.checks[3].state == .notChecked)
  }

  @Test(arguments: [
    (#"{"status":"disabled"}"#, "failed token: user token, disabled"),
    (#"{"status":"active"}"#, "passed token: user token, active, does not expire"),
    (
      #"{"status":"active","expires_on":"2027-01-17T00:00:00Z"}"#,
      "warning token: user token, active until 2027-01-17"
    ),
    (
      #"{"status":"active","expires_on":"2026-01-01T00:00:00Z"}"#,
      "failed token: user token, expired on 2026-01-01"
    ),
    (
      #"{"status":"active","expires_on":"soon"}"#,
      "warning token: user token, active, unreadable expiry soon"
    ),
  ])
  func `evaluates the token`(_ json: String, _ line: String) async {
    #expect(await Self.lines([Self.result(json), Self.noSinks, Self.bucket]).lines[0] == line)
  }

  @Test(arguments: [(400, "failed"), (401, "failed"), (403, "failed"), (500, "not-checked")])
  func `evaluates the status of a rejected token`(_ status: Int, _ state: String) async {
    let rejected = Reply.response(status, Sample.refused(6003, "Invalid request headers"))
    let run = await Self.lines([rejected, rejected, Self.noSinks, Self.bucket])
    #expect(
      run.lines[0] == "\(state) token: the API rejected the request: Invalid request headers "
        + "[code 6003] (HTTP \(status))")
  }

  @Test func `verifies no token without one`() async {
    let run = await Self.lines([Self.noSinks, Self.bucket], credentials: .key("k", email: "e"))
    #expect(run.lines[0] == "not-checked token: an API key has no status or expiry")
    #expect(run.api.requests.count == 2)
  }

  @Test func `checks that referenced variables are set`() {
    let sink = Self.sink([
      "/config/credentials/access_key_id": "${A}",
      "/config/credentials/secret_access_key": "${B}",
    ])
    #expect(sink.references.map(\.variable) == ["A", "B"])
    let missing = AccountCheck.environment(sink) { $0 == "A" }
    #expect(missing.state == .failed && missing.reason == "$B not set here")
    #expect(missing.pointer == "/config/credentials/secret_access_key")
    #expect(AccountCheck.environment(sink) { _ in true }.reason == "$A and $B set")
    let literal = Self.sink(["/config/credentials/access_key_id": "abc"])
    #expect(AccountCheck.environment(literal) { _ in false }.state == .passed)
  }
}
