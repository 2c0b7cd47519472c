import SinkSpec
import Testing

/// Tests comparing a payload with a stored sink.
struct RequestDifferenceTests {
  private static func request(_ text: String) throws -> RequestNode {
    RequestNode(reading: try JSONDocument(parsing: Array(text.utf8)))
  }

  private static let payload = """
    {"name":"s","type":"r2","config":{"account_id":"a","bucket":"b","credentials":\
    {"access_key_id":"x","secret_access_key":"y"}},"format":{"type":"json"}}
    """

  /// A change of the stored sink, as text to replace and its replacement, and the pointers that differ.
  typealias Case = (old: String, new: String, pointers: [Pointer])

  private static let config = #""bucket":"b""#

  @Test(
    arguments: [
      ("", "", []), (#""bucket":"b""#, #""bucket":"c""#, ["/config/bucket"]),
      (#""bucket":"b""#, #""bucket":"\u0062""#, []),
      (#""x""#, #""other""#, []), (#""account_id":"a","#, "", []),
      (#""account_id":"a""#, #""account_id":"z""#, ["/config/account_id"]),
      (#""json""#, #""parquet""#, ["/format/type"]), (config, config + #","path":null"#, []),
      (config, config + #","path":"""#, []), (config, config + #","path":"p""#, ["/config/path"]),
      (config, config + #","new_member":1"#, []), (config, config + #","rolling_policy":{}"#, []),
      (config, config + #","rolling_policy":{"interval_seconds":300,"file_size_bytes":0}"#, []),
      (
        config, config + #","rolling_policy":{"interval_seconds":60}"#,
        ["/config/rolling_policy/interval_seconds"]
      ),
      (#""type":"json""#, #""type":"json","timestamp_format":"rfc3339""#, []),
      (
        #""type":"json""#, #""type":"json","timestamp_format":"unix_millis""#,
        ["/format/timestamp_format"]
      ),
      (#","format""#, #","schema":{"fields":[{"type":"bool"}]},"format""#, []),
    ] as [Case])
  func `compares what the API returns`(change: Case) throws {
    let stored = Self.payload.replacing(change.old, with: change.new)
    let differences = try Self.request(Self.payload).differences(from: Self.request(stored))
    #expect(differences.map(\.pointer) == change.pointers, "\(stored)")
  }

  @Test func `lists every difference with both values`() throws {
    let stored = """
      {"name":"s","type":"r2_data_catalog","config":{"account_id":"a","bucket":"c"}}
      """
    let differences = try Self.request(Self.payload).differences(from: Self.request(stored))
    #expect(
      differences.map(\.sentence) == [
        #"/type: "r2" in the payload, "r2_data_catalog" in the sink"#,
        #"/config/bucket: "b" in the payload, "c" in the sink"#,
        #"/format/type: "json" in the payload, nothing in the sink"#,
      ])
  }

  @Test func `treats both names of a catalog sink as one type`() throws {
    let old = try Self.request(#"{"type":"r2_data_catalog"}"#)
    let new = try Self.request(#"{"type":"basin_catalog"}"#)
    #expect(old.differences(from: new).isEmpty && new.differences(from: old).isEmpty)
  }

  @Test func `compares columns by position`() throws {
    func request(_ fields: String) throws -> RequestNode {
      try Self.request(#"{"schema":{"fields":[\#(fields)]}}"#)
    }
    let payload = try request(#"{"type":"timestamp","name":"t"},{"type":"bool","name":"b"}"#)
    let filled = try request(
      #"{"type":"timestamp","name":"t","unit":"millisecond","sql_name":"TIMESTAMP"},"#
        + #"{"type":"bool","name":"b","required":false}"#)
    #expect(payload.differences(from: filled).isEmpty)
    let changed = try request(
      #"{"type":"timestamp","name":"t","unit":"second"},{"type":"bool","name":"b"}"#)
    #expect(payload.differences(from: changed).map(\.pointer) == ["/schema/fields/0/unit"])
    let fewer = try request(#"{"type":"timestamp","name":"t"}"#)
    #expect(
      payload.differences(from: fewer).map(\.sentence) == [
        "/schema/fields: a list of 2 in the payload, a list of 1 in the sink"
      ])
    #expect(try request("").differences(from: payload).isEmpty)
    #expect(try payload.differences(from: request("")).map(\.pointer) == ["/schema/fields"])
  }
}
