import CloudflareAPI
import CloudflareLive
import Sandbox
import SinkSpec
import Testing

extension SandboxServerTests {
  /// Tests the sample account of the sandbox.
  @Suite struct AccountTests {
    @Test func `serves buckets by jurisdiction, in pages`() async throws {
      try await RunningSandbox.use { base in
        let client = RunningSandbox.client(base)
        let here = try await client.buckets(account: "acc").items
        #expect(here.map(\.name).contains("my-bucket") && !here.map(\.name).contains("eu-events"))
        let there = try await client.buckets(account: "acc", jurisdiction: "eu").items
        #expect(there.map(\.name) == ["eu-archive", "eu-events"])
        #expect(there.allSatisfy { $0.jurisdiction == "eu" && $0.location == "weur" })
        let page = try await client.send(
          APIRequest(
            .get, path: ["accounts", "acc", "r2", "buckets"],
            query: [Header("per_page", "2"), Header("cursor", "analytics")])
        ).get()
        let text = String(decoding: page.body, as: UTF8.self)
        #expect(text.contains("\"events\"") && text.contains("\"logs\""))
        #expect(text.contains(#""cursor":"logs""#))
      }
    }

    @Test func `serves buckets, catalogs, namespaces and tables`() async throws {
      try await RunningSandbox.use { base in
        let client = RunningSandbox.client(base)
        #expect(try await client.bucket(account: "acc", name: "eu-events") == nil)
        #expect(
          try await client.bucket(account: "acc", name: "eu-events", jurisdiction: "eu") != nil)
        #expect(try await client.bucket(account: "acc", name: "missing-one") == nil)
        #expect(try await client.bucket(account: "acc", name: "any-other") != nil)
        #expect(try await client.catalog(account: "acc", bucket: "analytics")?.isEnabled == true)
        #expect(
          try await client.catalog(account: "acc", bucket: "mission-logs")?.isEnabled == false)
        #expect(try await client.catalog(account: "acc", bucket: "logs") == nil)
        let namespaces = try await client.namespaces(account: "acc", bucket: "analytics").items
        #expect(namespaces.map(\.name) == ["default", "sales"])
        let tables = try await client.tables(
          account: "acc", bucket: "analytics", namespace: namespaces[0])
        #expect(tables?.items == ["orders", "page_views"])
        #expect(
          try await client.tables(
            account: "acc", bucket: "analytics", namespace: CatalogNamespace(name: "x")) == nil)
      }
    }

    static func catalogSink(bucket: String, table: String) throws -> SinkRequest {
      struct NoRequest: Error {}
      let body = """
        {"name":"to_catalog","type":"r2_data_catalog","config":{"account_id":"acc",\
        "bucket":"\(bucket)","table_name":"\(table)","namespace":"web","token":"planted-token-2",\
        "rolling_policy":{"interval_seconds":300}},"format":{"type":"parquet"}}
        """
      guard let request = SinkRequest(account: "acc", body: Array(body.utf8)) else {
        throw NoRequest()
      }
      return request
    }

    @Test func `refuses catalog sinks as their checks do, and lists their tables`() async throws {
      try await RunningSandbox.use { base in
        let client = RunningSandbox.client(base)
        let off = await client.submit(try Self.catalogSink(bucket: "logs", table: "clicks"))
        guard case .refused(let refusal) = off.outcome else {
          Issue.record("\(off.outcome)")
          return
        }
        #expect(refusal.has(code: 40401))
        let request = try Self.catalogSink(bucket: "analytics", table: "clicks")
        #expect(await client.submit(request).sink != nil)
        let tables = try await client.tables(
          account: "acc", bucket: "analytics", namespace: CatalogNamespace(name: "web"))
        #expect(tables?.items == ["clicks"])
        let again = await client.submit(request)
        #expect(again.outcome.sentence.contains("The table already exists"))
      }
    }

    @Test func `serves accounts, streams and the token`() async throws {
      try await RunningSandbox.use { base in
        let client = RunningSandbox.client(base)
        #expect(try await client.accounts().items.count == 2)
        let streams = try await client.streams(account: "acc").items
        #expect(streams.map(\.name) == ["web_events", "app_logs"])
        #expect(streams.map(\.columnCount) == [4, 0])
        let token = try await client.tokenStatus(account: nil)
        #expect(token.isActive && token.expiresOn.flatMap { Timestamp(rfc3339: $0) } != nil)
        #expect(try await client.tokenStatus(account: "acc").isActive)
        let expired = CloudflareClient.live(
          base: base, credentials: .token("expired-token"), trust: Trust(environment: [:]),
          userAgent: "sinkwizard/test")
        #expect(try await expired.tokenStatus(account: nil).status == "expired")
      }
    }

    @Test func `validates SQL by the names of sinks and streams`() async throws {
      try await RunningSandbox.use { base in
        let client = RunningSandbox.client(base)
        _ = await client.submit(try RunningSandbox.request())
        func check(_ sql: String) async throws -> SQLValidation {
          try await client.validate(sql: sql, account: "acc")
        }
        #expect(try await check("INSERT INTO my_sink SELECT * FROM web_events;") == .valid)
        #expect(
          try await check("INSERT INTO my_sink\nSELECT * FROM nowhere;")
            == .invalid([
              SQLDiagnostic(message: "table 'nowhere' not found", line: 2, column: 15)
            ]))
        #expect(
          try await check("SELECT 1")
            == .invalid([
              SQLDiagnostic(
                message: "expected INSERT INTO, found SELECT", line: 1, column: 1)
            ]))
      }
    }

    @Test(arguments: SandboxEndpoint.allCases.filter { ![.create, .keys, .iceberg].contains($0) })
    func `makes each endpoint fail, and only that`(_ endpoint: SandboxEndpoint) async throws {
      try await RunningSandbox.use(failing: [SimulatedFailure(.refuse, of: endpoint)]) { base in
        let client = RunningSandbox.client(base)
        let namespace = CatalogNamespace(name: "default")
        func fails(_ read: () async throws -> Void) async -> Bool {
          do {
            try await read()
            return false
          } catch {
            #expect("\(error)".contains("simulated"))
            return true
          }
        }
        let failing = [
          (SandboxEndpoint.sinks, await fails { _ = try await client.sinks(account: "a") }),
          (.streams, await fails { _ = try await client.streams(account: "a") }),
          (
            .sql,
            await fails {
              _ = try await client.validate(sql: "INSERT INTO a SELECT 1", account: "a")
            }
          ),
          (.accounts, await fails { _ = try await client.accounts() }),
          (.token, await fails { _ = try await client.tokenStatus(account: nil) }),
          (.buckets, await fails { _ = try await client.buckets(account: "a") }),
          (.catalog, await fails { _ = try await client.catalog(account: "a", bucket: "b") }),
          (.namespaces, await fails { _ = try await client.namespaces(account: "a", bucket: "b") }),
          (
            .tables,
            await fails {
              _ = try await client.tables(account: "a", bucket: "b", namespace: namespace)
            }
          ),
        ]
        #expect(failing.filter(\.1).map(\.0) == [endpoint])
      }
    }

    @Test(arguments: [
      ("throttle", SimulatedFailure(.throttle)), ("buckets=stall", .init(.stall, of: .buckets)),
      ("often", nil), ("buckets=often", nil), ("moon=stall", nil), ("=stall", nil), ("", nil),
    ])
    func `parses simulated failures`(_ text: String, _ failure: SimulatedFailure?) {
      #expect(SimulatedFailure(text) == failure)
    }
  }
}
