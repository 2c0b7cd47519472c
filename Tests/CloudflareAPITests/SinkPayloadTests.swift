import CloudflareAPI
import SinkSpec
import Testing

/// Tests payloads of existing sinks, from which they can be created again.
struct SinkPayloadTests {
  private static func payload(_ config: String, type: String) async throws -> JSONDocument {
    let sink = """
      {"id":"s1","name":"again","created_at":"2027-01-15T08:00:00Z","version":3,"used_by":[],
       "schema":null,"format":{"type":"parquet","row_group_bytes":null},
       "config":\(config),"type":"\(type)"}
      """
    let record = try await ScriptedAPI([.response(200, Sample.created(sink))]).client()
      .sink(account: "a", id: "s1")
    return try JSONDocument(parsing: Array(record.payload.text(secrets: .referenced).utf8))
  }

  @Test(arguments: [
    (#"{"account_id":"a","bucket":"logs","path":null}"#, "r2"),
    (#"{"account_id":"a","bucket":"logs","credentials":{"access_key_id":"x"}}"#, "r2"),
    (#"{"account_id":"a","bucket":"logs","credentials":"x"}"#, "r2"),
    (#"{"account_id":"a","bucket":"logs","credentials":null}"#, "r2"),
    (#"{"account_id":"a","bucket":"logs","table_name":"t"}"#, "r2_data_catalog"),
    (#"{"account_id":"a","bucket":"logs","table_name":"t","token":null}"#, "r2_data_catalog"),
  ])
  func `includes required members and excludes those of the service`(
    config: String, type: String
  ) async throws {
    let payload = try await Self.payload(config, type: type)
    let issues = Validator.issues(of: payload, account: "a")
    #expect(issues.filter { $0.severity == .error || $0.rule == "unknown-member" } == [])
    let names = payload.members(.root).compactMap { payload.string($0.name) }
    #expect(names == ["name", "type", "config", "format"])
  }
}
