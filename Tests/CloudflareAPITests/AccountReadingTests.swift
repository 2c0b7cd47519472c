import CloudflareAPI
import Testing

/// Tests reading the resources of an account.
struct AccountReadingTests {
  typealias Reply = ScriptedAPI.Reply

  static func result(_ json: String, _ info: String = "{}") -> Reply {
    .response(200, "{\"success\":true,\"result\":\(json),\"result_info\":\(info)}")
  }

  static func buckets(_ names: [String], cursor: String = "") -> Reply {
    let list = names.map { "{\"name\":\"\($0)\"}" }.joined(separator: ",")
    return result("{\"buckets\":[\(list)]}", "{\"cursor\":\"\(cursor)\"}")
  }

  @Test func `follows the cursor through all buckets`() async throws {
    let api = ScriptedAPI([
      Self.buckets(["a", "b"], cursor: "x"), Self.buckets([], cursor: "y"),
      // The list has changed: b moved to the last page.
      Self.buckets(["b", "c"]),
    ])
    let listing = try await api.client().buckets(account: "acc", jurisdiction: "eu")
    #expect(listing.items.map(\.name) == ["a", "b", "c"])
    #expect(listing.items.allSatisfy { $0.jurisdiction == "eu" })
    #expect(listing.isComplete)
    #expect(api.requests.map { $0.query["cursor"] } == [nil, "x", "y"])
    #expect(api.requests.allSatisfy { $0.headers["cf-r2-jurisdiction"] == "eu" })
  }

  @Test func `reads a bucket's location, jurisdiction and age`() async throws {
    let api = ScriptedAPI([
      Self.result(
        """
        {"buckets":[{"name":"a","jurisdiction":"default","location":"WEUR",\
        "creation_date":"2026-01-31T12:00:00.000Z"},{"location":"ENAM"},"text",\
        {"name":"b","jurisdiction":"fedramp"}]}
        """)
    ])
    #expect(
      try await api.client().buckets(account: "acc").items == [
        Bucket(name: "a", location: "WEUR", createdAt: "2026-01-31T12:00:00.000Z"),
        Bucket(name: "b", jurisdiction: "fedramp"),
      ])
  }

  @Test func `ends lists without end, and says that they are incomplete`() async throws {
    let pages = (0..<100).map { Self.buckets(["b\($0)"], cursor: "c\($0)") }
    let endless = ScriptedAPI(pages)
    let listing = try await endless.client().buckets(account: "acc")
    #expect(listing.items.count == 50 && !listing.isComplete)
    #expect(endless.requests.count == 50)

    let repeating = ScriptedAPI((0..<100).map { _ in Self.buckets(["a"], cursor: "same") })
    #expect(try await repeating.client().buckets(account: "acc").items.map(\.name) == ["a"])
    #expect(repeating.requests.count == 2)

    let numbered = ScriptedAPI((0..<100).map { Self.result("[{\"id\":\"\($0)\",\"name\":\"n\"}]") })
    let accounts = try await numbered.client().accounts()
    #expect(accounts.items.count == 50 && !accounts.isComplete)
  }

  @Test func `gives up on a list of empty pages`() async throws {
    let api = ScriptedAPI((0..<100).map { Self.buckets([], cursor: "c\($0)") })
    let listing = try await api.client().buckets(account: "acc")
    #expect(listing.hasMore && api.requests.count == ListingLimits.emptyPages)
    let numbered = ScriptedAPI([Self.result("[]", #"{"total_count":500}"#)])
    #expect(try await numbered.client().accounts().hasMore)
  }

  // MARK: All jurisdictions

  /// Returns the buckets of all jurisdictions; `replies` follow the list of those without one.
  static func everywhere(
    _ replies: [Reply]
  ) async throws -> (listing: Listing<Bucket>, requests: [String?]) {
    let api = ScriptedAPI([buckets(["a"])] + replies)
    let answer = try await api.client().withoutRetries.answer(.buckets(account: "acc"))
    guard case .buckets(let listing) = answer else { throw ReadProblem.unreadable("is no list") }
    return (listing, api.requests.map { $0.headers["cf-r2-jurisdiction"] })
  }

  @Test func `keeps buckets when other jurisdictions cannot be read, and names those`() async throws
  {
    let run = try await Self.everywhere([
      .response(403, Sample.refused(10000, "Authentication error")), Self.buckets(["b"]),
      .response(500, ""), .response(200, "<html>"),
    ])
    #expect(run.listing.items.map(\.name) == ["a", "b"])
    #expect(run.listing.unreadJurisdictions == ["eu", "fedramp", "fedramp-high"])
    #expect(run.requests == [nil, "eu", "us", "fedramp", "fedramp-high"])
  }

  @Test(arguments: [Reply.response(429, ""), .lost(.timedOut(seconds: 10))])
  func `asks for no other jurisdiction after a limit or a lost response`(_ reply: Reply)
    async throws
  {
    let run = try await Self.everywhere([reply])
    #expect(run.listing.items.map(\.name) == ["a"])
    #expect(run.listing.unreadJurisdictions == ["eu", "us", "fedramp", "fedramp-high"])
    #expect(run.requests == [nil, "eu"])
  }

  @Test func `asks for no other jurisdiction after a list without end`() async throws {
    let run = try await Self.everywhere((0..<100).map { Self.buckets(["b\($0)"], cursor: "\($0)") })
    #expect(run.requests.count == 1 + ListingLimits.pages)
    #expect(
      run.listing.hasMore && run.listing.unreadJurisdictions == ["us", "fedramp", "fedramp-high"])
  }

  @Test func `lists a bucket once if the server ignores the jurisdiction`() async throws {
    let same = Self.result(#"{"buckets":[{"name":"a","jurisdiction":"default"}]}"#)
    let run = try await Self.everywhere([same, same, same, same])
    #expect(run.listing == Listing([Bucket(name: "a")]))
  }

  // MARK: Suggestions

  @Test(arguments: [
    (AccountQuery.buckets(account: "a"), "the token needs Workers R2 Storage Read"),
    (.namespaces(account: "a", bucket: "b"), "the token needs Workers R2 Data Catalog Read"),
    (.streams(account: "a"), "the token needs Pipelines Read"),
  ])
  func `suggests the permission of the list only for what the API forbids`(
    _ query: AccountQuery, _ hint: String
  ) async throws {
    func sentence(_ reply: Reply) async -> String? {
      let problem = await #expect(throws: ReadProblem.self) {
        try await ScriptedAPI([reply]).client().answer(query)
      }
      return problem?.sentence(for: query)
    }
    let error = Sample.refused(10000, "Authentication error")
    #expect(await sentence(.response(403, error))?.hasSuffix("(HTTP 403); \(hint)") == true)
    #expect(
      await sentence(.response(401, error))?.hasSuffix("(HTTP 401); check the credentials") == true)
    #expect(
      await sentence(.response(403, "")) == "the API returned HTTP 403 without an explanation")
  }

  @Test func `keeps the first 20,000 of 100,000 buckets`() async throws {
    let pages = (0..<100).map { page in
      Self.buckets((0..<1_000).map { "b-\(page)-\($0)" }, cursor: "c\(page)")
    }
    let api = ScriptedAPI(pages)
    let listing = try await api.client().buckets(account: "acc")
    #expect(listing.items.count == ListingLimits.items && !listing.isComplete)
    #expect(api.requests.count == 21)
  }

  @Test func `reads namespaces and tables with page tokens`() async throws {
    let api = ScriptedAPI([
      Self.result(#"{"namespaces":[["a"],["b","c"],[],"x"],"next_page_token":"t"}"#),
      Self.result(#"{"namespaces":[["d"]],"next_page_token":null}"#),
      Self.result(#"{"identifiers":[{"namespace":["b","c"],"name":"orders"},{"name":1}]}"#),
    ])
    let client = api.client()
    let namespaces = try await client.namespaces(account: "acc", bucket: "logs")
    #expect(namespaces.items.map(\.name) == ["a", "b.c", "d"])
    let namespace = try #require(namespaces.items.dropFirst().first)
    let tables = try await client.tables(account: "acc", bucket: "logs", namespace: namespace)
    #expect(tables?.items == ["orders"])
    #expect(api.requests[1].query["page_token"] == "t")
    #expect(api.requests[2].path == "/accounts/acc/r2-catalog/logs/namespaces/b%1Fc/tables")
  }

  @Test func `reports what the API says is missing as missing`() async throws {
    let bucket = ScriptedAPI([.response(404, Sample.refused(10006, "No such bucket"))])
    #expect(try await bucket.client().bucket(account: "acc", name: "x") == nil)
    let catalog = ScriptedAPI([.response(404, Sample.refused(40401, "Warehouse not found"))])
    #expect(try await catalog.client().catalog(account: "acc", bucket: "x") == nil)
    let namespace = ScriptedAPI([.response(404, Sample.refused(40402, "No such namespace"))])
    let name = CatalogNamespace(name: "a.b")
    #expect(
      try await namespace.client().tables(account: "acc", bucket: "x", namespace: name) == nil)
  }

  @Test(arguments: [Reply.response(404, ""), .response(404, Sample.refused(7003, "No route"))])
  func `does not take a 404 from elsewhere for a missing item`(_ reply: Reply) async throws {
    await #expect(throws: ReadProblem.self) {
      try await ScriptedAPI([reply]).client().bucket(account: "acc", name: "x")
    }
    await #expect(throws: ReadProblem.self) {
      try await ScriptedAPI([reply]).client().catalog(account: "acc", bucket: "x")
    }
    await #expect(throws: ReadProblem.self) {
      try await ScriptedAPI([reply]).client().tables(
        account: "acc", bucket: "x", namespace: CatalogNamespace(name: "a"))
    }
  }

  @Test func `verifies a user's token, else the account's`() async throws {
    let status = #"{"status":"active","expires_on":"2027-01-01T00:00:00Z"}"#
    let user = ScriptedAPI([Self.result(status)])
    #expect(
      try await user.client().tokenStatus(account: "acc")
        == TokenStatus(status: "active", expiresOn: "2027-01-01T00:00:00Z"))
    let refused = Reply.response(401, Sample.refused(1000, "Invalid API Token"))
    let account = ScriptedAPI([refused, Self.result(status)])
    #expect(try await account.client().tokenStatus(account: "acc").belongsToAccount)
    #expect(
      account.requests.map(\.path) == ["/user/tokens/verify", "/accounts/acc/tokens/verify"])
    let unknown = ScriptedAPI([refused])
    await #expect(throws: ReadProblem.self) { try await unknown.client().tokenStatus(account: nil) }
  }

  @Test func `reads streams with their schema`() async throws {
    let api = ScriptedAPI([
      Self.result(
        """
        [{"id":"1","name":"s","schema":{"fields":[{"name":"a","type":"string"}]}},\
        {"id":"2","name":"t","schema":null},{"id":"3","name":"u","schema":{"fields":[]}}]
        """, #"{"total_count":3}"#)
    ])
    let streams = try await api.client().streams(account: "acc").items
    #expect(streams.map(\.name) == ["s", "t", "u"])
    #expect(streams.map(\.columnCount) == [1, 0, 0])
    #expect(
      streams.map { $0.schema.map { String(decoding: $0, as: UTF8.self) } }
        == [#"{"fields":[{"name":"a","type":"string"}]}"#, nil, nil])
  }

  @Test func `asks once whether SQL is valid`() async throws {
    let rejected = """
      {"success":false,"errors":[{"code":1014,"message":"x"}],"result":null,\
      "diagnostics":[{"message":"table 'y' not found","span":{"start":{"line":2,"column":6}}},\
      {"message":"also","span":null}]}
      """
    let api = ScriptedAPI([
      Self.result("{}"), .response(422, rejected),
      .response(422, Sample.refused(1014, "no such table")),
      .response(403, Sample.refused(10000, "Authentication error")), .response(429, ""),
    ])
    let client = api.client()
    let sql = "INSERT INTO \"x\"\nSELECT 1"
    #expect(try await client.validate(sql: sql, account: "acc") == .valid)
    #expect(api.requests[0].body == Array(#"{"sql":"INSERT INTO \"x\"\nSELECT 1"}"#.utf8))
    let invalid = try await client.validate(sql: sql, account: "acc")
    #expect(
      invalid
        == .invalid([
          SQLDiagnostic(message: "table 'y' not found", line: 2, column: 6),
          SQLDiagnostic(message: "also"),
        ]))
    #expect(
      try await client.validate(sql: sql, account: "acc")
        == .invalid([SQLDiagnostic(message: "no such table [code 1014]")]))
    for _ in 0..<2 {
      await #expect(throws: ReadProblem.self) {
        try await client.validate(sql: sql, account: "acc")
      }
    }
    #expect(api.requests.count == 5 && api.slept.isEmpty)
  }

  @Test func `masks credentials in names`() async throws {
    let api = ScriptedAPI([Self.buckets(["a-planted-token"])])
    #expect(try await api.client().buckets(account: "acc").items.map(\.name) == ["a-••••••••"])
  }

  @Test(arguments: [
    (Reply.response(401, Sample.refused(10000, "Authentication error")), "the API rejected"),
    (.response(403, Sample.refused(10000, "Authentication error")), "the API rejected"),
    (.response(403, "<html>"), "the API returned HTTP 403 without an explanation"),
    (.response(404, ""), "the API returned HTTP 404 without an explanation"),
    (.response(500, ""), "the API returned HTTP 500 without an explanation"),
    (.response(200, "<html>"), "the response is an HTML page, not JSON"),
    (.response(200, #"{"success":true,"result":[]}"#), "the response contains no list of buckets"),
    (.response(200, #"{"success":true}"#), "the response contains no list of buckets"),
    (
      .unsent(.proxyRefused(variable: "https_proxy", status: 403)),
      "the proxy in $https_proxy rejected the connection (HTTP 403)"
    ),
  ])
  func `describes why a list could not be read, after one request`(
    _ reply: Reply, _ sentence: String
  ) async throws {
    let api = ScriptedAPI([reply])
    let problem = await #expect(throws: ReadProblem.self) {
      try await api.client().buckets(account: "acc")
    }
    #expect(problem?.sentence.hasPrefix(sentence) == true)
    #expect(api.requests.count == 1)
  }
}
