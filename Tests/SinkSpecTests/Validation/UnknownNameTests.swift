import SinkSpec
import TestSupport
import Testing

/// Tests advice about members that are named as in other tools, or are in the wrong object.
struct UnknownNameTests {
  private static func advice(
    _ pointer: Pointer, in kind: Payload.SinkKind, _ format: String? = nil
  ) throws -> String? {
    var payload = try Payload.of(kind)
    if let format { payload = try payload.setting("/format", format) }
    let issues = try Payload.issues(payload.setting(pointer, "1").tree.text)
    return issues.first { $0.pointer == pointer && $0.rule == "unknown-member" }?.message
  }

  @Test(
    arguments: [
      ("/config/table", .catalog, #"did you mean "table_name"?"#),
      ("/config/catalog_token", .catalog, #"did you mean "token"?"#),
      ("/config/catalog-token", .catalog, #"did you mean "token"?"#),
      ("/config/rolling_policy/roll_interval", .catalog, #"did you mean "interval_seconds"?"#),
      ("/config/rolling_policy/roll-size", .r2, #"did you mean "file_size_bytes"?"#),
      ("/format/target_row_group_size", .r2, #"did you mean "row_group_bytes"?"#),
      (
        "/config/table", .r2,
        #""table" is /config/table_name of sinks of type r2_data_catalog or basin_catalog"#
      ),
      ("/config/roll_size_mb", .r2, #""roll_size_mb" is /config/rolling_policy/file_size_bytes"#),
      ("/config/roll_time_seconds", .r2, #"is /config/rolling_policy/interval_seconds"#),
    ] as [(Pointer, Payload.SinkKind, String)])
  func `knows the names of wrangler's options`(
    pointer: Pointer, kind: Payload.SinkKind, advice: String
  ) throws {
    let message = try #require(try Self.advice(pointer, in: kind))
    #expect(message.hasPrefix("unknown property; "))
    #expect(message.hasSuffix(advice), "\(message)")
  }

  @Test(
    arguments: [
      ("/bucket", .r2, #""bucket" belongs in /config"#),
      ("/compression", .r2, #""compression" belongs in /format"#),
      ("/config/compression", .r2, #""compression" belongs in /format"#),
      ("/config/secretAccessKey", .r2, #""secret_access_key" belongs in /config/credentials"#),
      ("/config/interval_seconds", .catalog, #"belongs in /config/rolling_policy"#),
      ("/rolling_policy", .catalog, #""rolling_policy" belongs in /config"#),
      ("/fields", .r2, #""fields" belongs in /schema"#),
      ("/config/schema", .r2, #""schema" belongs at the top level"#),
      ("/account_id", .r2, #""account_id" belongs in the URL, not in the body; omit it"#),
      ("/id", .r2, #"the API adds "id" itself; omit it"#),
      ("/created_at", .catalog, #"the API adds "created_at" itself; omit it"#),
      ("/used_by", .r2, #"the API adds "used_by" itself; omit it"#),
    ] as [(Pointer, Payload.SinkKind, String)])
  func `says where a member belongs`(
    pointer: Pointer, kind: Payload.SinkKind, advice: String
  ) throws {
    let message = try #require(try Self.advice(pointer, in: kind))
    #expect(message.hasSuffix(advice), "\(message)")
  }

  @Test(arguments: [
    ("bytes", "binary"), ("f32", "float32"), ("f64", "float64"), ("utf8", "string"),
    ("UTF8", "string"), ("int23", "int32"), ("boolean", "bool"), ("BIGINT", "int64"),
  ])
  func `knows other names of column types`(name: String, type: String) throws {
    let payload = try Payload.of(.r2)
      .setting("/schema/fields", #"[{"name":"a","type":"\#(name)"}]"#)
    #expect(
      try Payload.issues(payload.tree.text).map(\.message)
        == ["invalid value \"\(name)\"; did you mean \"\(type)\"?"])
  }

  @Test func `gives no advice about a column's unknown members elsewhere in the request`() throws {
    let payload = try Payload.of(.r2)
      .setting("/schema/fields", #"[{"name":"a","type":"string","bucket":1}]"#)
    #expect(try Payload.issues(payload.tree.text).map(\.message) == ["unknown property"])
  }
}
