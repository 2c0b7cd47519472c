import CloudflareAPI
import Screen
import SinkDraft
import SinkSpec
import TestSupport
import Testing
import Wizard
import WizardScreen

/// Tests picking values from lists of the account.
struct AccountPickerTests {
  static let buckets = AccountAnswer.buckets(
    Listing([
      Bucket(name: "analytics", location: "ENAM", createdAt: "2026-11-20T00:00:00Z"),
      Bucket(name: "eu-events", jurisdiction: "eu", location: "WEUR"), Bucket(name: "logs"),
    ]))

  static func driver(access: AccountAccess = .available) -> Driver { Driver(access: access) }

  /// Answers the last request.
  static func answer(
    _ driver: inout Driver, _ answer: Result<AccountAnswer, ReadProblem>
  ) throws {
    driver.send(.answered(id: try #require(Self.lastID(driver)), answer))
  }

  static func lastID(_ driver: Driver) -> Int? {
    driver.effects.lazy.reversed().compactMap { effect -> Int? in
      if case .ask(_, let id) = effect { id } else { nil }
    }.first
  }

  static func requests(_ driver: Driver) -> [AccountQuery] {
    driver.effects.compactMap { if case .ask(let query, _) = $0 { query } else { nil } }
  }

  @Test func `sends nothing until a list is opened`() {
    var driver = Self.driver()
    driver.type("my_sink<Tab><Tab><A-2>logs<Tab><A-3><A-4><A-5>")
    #expect(Self.requests(driver).isEmpty)
  }

  @Test func `picks a bucket with its jurisdiction in one change`() throws {
    var driver = Self.driver()
    driver.type("</config/bucket>lo<A-l>")
    #expect(Self.requests(driver) == [.buckets(account: Driver.account)])
    #expect(driver.screen.contains("loading …"))
    try Self.answer(&driver, .success(Self.buckets))
    #expect(driver.screen.contains("▸ analytics  ENAM, 3 days old"))
    #expect(driver.screen.contains("  eu-events  eu, WEUR"))
    driver.type("EVENT<Enter>")
    #expect(driver.wizard.draft["/config/bucket"] == .text("eu-events"))
    #expect(driver.wizard.draft["/config/jurisdiction"] == .text("eu"))
    driver.type("<C-_>")
    #expect(driver.wizard.draft["/config/bucket"] == .text("lo"))
    #expect(driver.wizard.draft["/config/jurisdiction"] == .notSet)
    // A bucket without a jurisdiction removes one that was entered.
    driver.type("</config/jurisdiction>us</config/bucket><A-l>logs<Enter>")
    #expect(driver.wizard.draft["/config/bucket"] == .text("logs"))
    #expect(driver.wizard.draft["/config/jurisdiction"] == .notSet)
    #expect(Self.requests(driver).count == 1)
  }

  @Test func `keeps answers for the session and refreshes them`() throws {
    var driver = Self.driver()
    driver.type("</config/bucket><A-l>")
    try Self.answer(&driver, .success(Self.buckets))
    driver.type("<Esc><A-l>")
    #expect(driver.screen.contains("analytics") && Self.requests(driver).count == 1)
    driver.type("<C-r><C-r>")
    #expect(driver.screen.contains("loading …") && Self.requests(driver).count == 2)
    try Self.answer(&driver, .success(.buckets(Listing([Bucket(name: "new")]))))
    #expect(driver.screen.contains("▸ new"))
  }

  @Test func `ignores an answer that comes too late`() throws {
    var driver = Self.driver()
    driver.type("</config/bucket>typed<A-l><Esc>")
    let id = try #require(Self.lastID(driver))
    #expect(driver.effects.last == .stopAsking(id: id))
    let before = driver.wizard.draft
    driver.send(.answered(id: id, .success(Self.buckets)))
    #expect(driver.wizard.draft == before && driver.wizard.overlay == nil)
    // The list was discarded as well, so it is requested again.
    driver.type("<A-l>")
    #expect(Self.requests(driver).count == 2)
    driver.send(.answered(id: id, .success(Self.buckets)))
    #expect(driver.screen.contains("loading …"))
  }

  @Test func `assigns answers that arrive out of order`() throws {
    var driver = Self.driver()
    driver.type("</config/bucket><A-l>")
    let first = try #require(Self.lastID(driver))
    driver.type("<C-r>")
    #expect(Self.requests(driver).count == 1)
    driver.send(.answered(id: first + 7, .success(.buckets(Listing([Bucket(name: "other")])))))
    #expect(driver.screen.contains("loading …"))
    driver.send(.answered(id: first, .success(Self.buckets)))
    driver.send(.answered(id: first, .success(.buckets(Listing([Bucket(name: "twice")])))))
    #expect(driver.screen.contains("analytics") && !driver.screen.contains("twice"))
  }

  @Test func `reports a failure in the list, and asks again when it is reopened`() throws {
    var driver = Self.driver()
    driver.type("</config/bucket>typed<A-l>")
    try Self.answer(
      &driver,
      .failure(.noAnswer(.proxyRefused(variable: "https_proxy", status: 407))))
    #expect(
      driver.screen.contains(
        "not read: the proxy in $https_proxy rejected the connection (HTTP 407)"))
    driver.type("<Enter><Esc>")
    #expect(driver.wizard.draft["/config/bucket"] == .text("typed"))
    driver.type("<A-l>")
    #expect(Self.requests(driver).count == 2)
  }

  @Test func `shows empty lists, missing matches and cut lists`() throws {
    var driver = Self.driver()
    driver.type("</config/bucket><A-l>")
    try Self.answer(&driver, .success(.buckets(Listing([]))))
    #expect(driver.screen.contains("none"))
    driver.type("<Enter><C-r>")
    let many = (0..<20_000).map { Bucket(name: "bucket-\($0)") }
    try Self.answer(&driver, .success(.buckets(Listing(many, isComplete: false))))
    #expect(driver.screen.contains("the first 500 of 20,000; type to find others; the account has"))
    driver.type("<End>")
    #expect(driver.screen.contains("▸ bucket-499"))
    driver.type("19999")
    #expect(driver.screen.contains("▸ bucket-19999"))
    #expect(driver.screen.contains("the account has more than these 20,000"))
    driver.type("x")
    #expect(driver.screen.contains("no match; the account has more than these 20,000"))
    driver.type("<Enter><BS><Enter>")
    #expect(driver.wizard.draft["/config/bucket"] == .text("bucket-19999"))
  }

  @Test func `says which parts of a list are missing`() throws {
    var driver = Self.driver()
    driver.type("</config/bucket><A-l>")
    let few = Listing([Bucket(name: "logs")], unreadJurisdictions: ["eu", "us"])
    try Self.answer(&driver, .success(.buckets(few)))
    #expect(driver.screen.contains("not read: buckets in eu, us"))
    driver.type("<Esc></type><Right></config/bucket><A-l>")
    let problem = ReadProblem.noAnswer(.timedOut(seconds: 10))
    try Self.answer(
      &driver, .success(.catalogs(Listing([Bucket(name: "lake")]), statuses: .failure(problem))))
    #expect(driver.screen.contains("catalogs not read: no response arrived within 10 s"))
    #expect(driver.screen.contains("lake  catalog unknown"))
    driver.type("<Enter></config/table_name><A-l>")
    try Self.answer(&driver, .success(.tables(Listing(["a"], total: 9))))
    #expect(driver.screen.contains("the account has more than these 1"))
  }

  @Test func `shows hostile names harmlessly`() throws {
    var driver = Self.driver()
    driver.type("</config/bucket><A-l>")
    let names = [
      "\u{1B}[2Jclear", "new\nline", "\u{202E}reversed", "", "日本語🙂",
      String(repeating: "x", count: 9_999),
    ]
    try Self.answer(&driver, .success(.buckets(Listing(names.map { Bucket(name: $0) }))))
    FrameInvariants.check(driver.wizard, secret: "s3cr3t", "hostile names")
    #expect(driver.screen.contains("clear") && !driver.screen.contains("\u{1B}"))
    driver.type("<Enter>")
    #expect(driver.wizard.draft["/config/bucket"] == .text("\u{1B}[2Jclear"))
    FrameInvariants.check(driver.wizard, secret: "s3cr3t", "a hostile name in a field")
  }

  @Test func `lists catalogs, namespaces and taken tables`() throws {
    var driver = Self.driver()
    driver.type("</type><Right></config/bucket><A-l>")
    try Self.answer(
      &driver,
      .success(
        .catalogs(
          Listing([Bucket(name: "lake"), Bucket(name: "pond"), Bucket(name: "raw")]),
          statuses: .success(["lake": "active", "pond": "inactive"]))))
    for line in ["lake  catalog enabled", "pond  catalog inactive", "raw   no catalog"] {
      #expect(driver.screen.contains(line))
    }
    driver.type("<Enter></config/namespace><A-l>")
    #expect(Self.requests(driver).last == .namespaces(account: Driver.account, bucket: "lake"))
    try Self.answer(
      &driver, .success(.namespaces(Listing([CatalogNamespace(levels: ["web", "clicks"])]))))
    driver.type("<Enter></config/table_name><A-l>")
    #expect(
      Self.requests(driver).last
        == .tables(account: Driver.account, bucket: "lake", namespace: "web.clicks"))
    try Self.answer(&driver, .success(.tables(Listing(["events", "events_2"]))))
    #expect(driver.screen.contains("events    in use"))
    driver.type("<Enter>")
    #expect(driver.wizard.draft["/config/table_name"] == .text("events_3"))
    #expect(driver.screen.contains("events already exists; events_3 is available"))
    driver.type("<C-_>")
    #expect(driver.wizard.draft["/config/table_name"] == .notSet)
  }

  static func sink() throws -> SinkRecord {
    let json = """
      {"id":"0123","name":"clicks","type":"r2","created_at":"2026-01-01T00:00:00Z",\
      "modified_at":"2026-01-01T00:00:00Z","config":{"account_id":"\(Driver.account)",\
      "bucket":"logs","path":"a/b"},"format":{"type":"json"}}
      """
    return try #require(SinkRecord(JSONDocument(parsing: Array(json.utf8)), at: .root))
  }

  @Test func `starts from an existing sink with a free name and references`() throws {
    var driver = Self.driver()
    driver.type("</name><A-l>")
    #expect(Self.requests(driver) == [.sinks(account: Driver.account)])
    try Self.answer(&driver, .success(.sinks([try Self.sink()])))
    #expect(driver.screen.contains("clicks  r2, logs, 10 months old"))
    driver.type("<Enter>")
    let draft = driver.wizard.draft
    #expect(draft["/name"] == .text("clicks_2"))
    #expect(draft["/config/bucket"] == .text("logs") && draft["/config/path"] == .text("a/b"))
    #expect(draft["/config/credentials/access_key_id"] == .text("${R2_ACCESS_KEY_ID}"))
    driver.type("<Esc><C-_>")
    #expect(driver.wizard.draft["/name"] == .notSet)
  }

  @Test func `proposes the columns of a stream`() throws {
    var driver = Self.driver()
    driver.type("<A-4><A-l>")
    #expect(Self.requests(driver) == [.streams(account: Driver.account)])
    let schema = #"{"fields":[{"name":"user","type":"string"},{"name":"n","type":"int64"}]}"#
    try Self.answer(
      &driver,
      .success(
        .streams(
          Listing([
            StreamRecord(id: "1", name: "web", schema: Array(schema.utf8), columnCount: 2),
            StreamRecord(id: "2", name: "raw"),
          ]))))
    #expect(driver.screen.contains("web  2 columns") && driver.screen.contains("raw  no schema"))
    driver.type("<Enter>")
    #expect(driver.screen.contains("web: a stream · 2 new"))
    driver.type("<Esc><A-l>")
    driver.type("<Down><Enter>")
    #expect(driver.screen.contains("The stream raw has no columns to import"))
    driver.type("<A-l>web<Enter><Enter>")
    #expect(driver.wizard.draft.fields.count == 2)
  }

  @Test func `picks an account`() throws {
    var driver = Driver(account: nil, access: .available)
    driver.type("</name><A-l>")
    #expect(Self.requests(driver).isEmpty)
    driver.type("</account_id><A-l>")
    try Self.answer(
      &driver, .success(.accounts(Listing([AccountRecord(id: Driver.account, name: "Acme")]))))
    #expect(driver.screen.contains("\(Driver.account)  Acme"))
    driver.type("<Enter>")
    #expect(driver.wizard.draft["/account_id"] == .text(Driver.account))
  }

  @Test func `offers no list when the account cannot be read`() {
    var driver = Self.driver(access: .unavailable("--offline allows no requests"))
    driver.type("</config/bucket>typed<A-l>")
    #expect(driver.wizard.overlay == nil && driver.effects.isEmpty)
    #expect(!driver.screen.contains("Alt-L"))
    var available = Self.driver()
    available.type("</config/bucket>")
    #expect(available.screen.contains("Alt-L list"))
  }
}
