import SinkSpec
import TestSupport
import Testing

/// Tests rules for the format, and for its copy in the schema.
struct FormatRulesTests {
  @Test func `suggests only values that the format has`() throws {
    let payload = try Payload.of(.r2)
      .setting("/format", #"{"type":"json","compression":"snapy"}"#)
    let issue = try #require(Payload.issues(payload.tree.text).first { $0.rule == "choice" })
    #expect(issue.message == "invalid value \"snapy\"; use one of uncompressed, gzip")
    #expect(issue.repair == nil)
  }

  @Test(arguments: [
    Row("/format", #"{"type":"json"}"#), Row("/format", #"{"type":"parquet"}"#),
    Row(.catalog, "/format", #"{"type":"json"}"#, ["warning /format/type catalog-format"]),
    Row("/format", #"{"type":"csv"}"#, ["error /format/type choice"]),
    Row("/format", #"{"type":7}"#, ["error /format/type type"]),
    Row("/format", #"{"type":null}"#, ["error /format/type type"]),
    Row("/format", "{}", ["error /format/type required"]),
    Row("/format", "null", ["error type"]), Row("/format", #""parquet""#, ["error type"]),
    Row("/format", "[]", ["error type"]),
    Row("/format", #"{"type":"json","decimal_encoding":"number"}"#),
    Row("/format", #"{"type":"json","decimal_encoding":"string"}"#),
    Row("/format", #"{"type":"json","decimal_encoding":"bytes"}"#),
    Row(
      "/format", #"{"type":"json","decimal_encoding":"text"}"#,
      ["error /format/decimal_encoding choice"]),
    Row(
      "/format", #"{"type":"json","decimal_encoding":null}"#,
      ["error /format/decimal_encoding type"]),
    Row("/format", #"{"type":"json","timestamp_format":"rfc3339"}"#),
    Row("/format", #"{"type":"json","timestamp_format":"unix_millis"}"#),
    Row(
      "/format", #"{"type":"json","timestamp_format":"unix_seconds"}"#,
      ["error /format/timestamp_format choice"]),
    Row("/format", #"{"type":"json","unstructured":true}"#),
    Row("/format", #"{"type":"json","unstructured":false}"#),
    Row(
      "/format", #"{"type":"json","unstructured":"true"}"#, ["error /format/unstructured type"]),
    Row("/format", #"{"type":"json","unstructured":1}"#, ["error /format/unstructured type"]),
    Row("/format", #"{"type":"json","unstructured":null}"#, ["error /format/unstructured type"]),
    Row("/format", #"{"type":"parquet","compression":"uncompressed"}"#),
    Row("/format", #"{"type":"parquet","compression":"snappy"}"#),
    Row("/format", #"{"type":"parquet","compression":"gzip"}"#),
    Row("/format", #"{"type":"parquet","compression":"zstd"}"#),
    Row("/format", #"{"type":"parquet","compression":"lz4"}"#),
    Row(
      "/format", #"{"type":"parquet","compression":"brotli"}"#, ["error /format/compression choice"]
    ),
    Row("/format", #"{"type":"parquet","compression":9}"#, ["error /format/compression type"]),
    // Members of the other format.
    Row(
      "/format", #"{"type":"json","compression":"gzip"}"#,
      ["warning /format/compression newer-than-reference"]),
    Row(
      "/format", #"{"type":"json","compression":"uncompressed"}"#,
      ["warning /format/compression newer-than-reference"]),
    Row(
      "/format", #"{"compression":"zstd","type":"json"}"#, ["error /format/compression choice"]),
    Row(
      "/format", #"{"type":"json","row_group_bytes":-1}"#,
      ["error /format/row_group_bytes unknown-member"]),
    Row(
      "/format", #"{"type":"parquet","unstructured":5}"#,
      ["error /format/unstructured unknown-member"]),
    // An unknown type does not exclude members, and they are still validated.
    Row(
      "/format", #"{"type":"csv","compression":"gzip","unstructured":true}"#,
      ["error /format/type choice"]),
    Row(
      "/format", #"{"compression":"rar","decimal_encoding":"bytes"}"#,
      ["error /format/type required", "error /format/compression choice"]),
  ])
  func `validates the format`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  private static let removed = "warning /schema/format removed-from-reference"
  private static let differs = ["note /schema/format schema-format-differs"]

  @Test(
    arguments: [
      (#"{"type":"parquet"}"#, #"{"type":"parquet"}"#, []),
      (#"{"type":"parquet"}"#, #"{"type":"json"}"#, differs),
      (
        #"{"type":"parquet","compression":"zstd","row_group_bytes":5}"#,
        #"{"row_group_bytes":5,"compression":"zstd","type":"parquet"}"#, []
      ),
      (
        #"{"type":"parquet","compression":"zstd"}"#, #"{"type":"parquet"}"#, differs
      ),
      (
        #"{"type":"parquet","compression":"zstd"}"#, #"{"type":"parquet","compression":"gzip"}"#,
        differs
      ),
      // The same text, written with an escape.
      (#"{"type":"parquet"}"#, #"{"type":"p\u0061rquet"}"#, []),
      // Null is equivalent to absent.
      (#"{"type":"parquet"}"#, #"{"type":"parquet","row_group_bytes":null}"#, []),
      (#"{"type":"parquet","row_group_bytes":null}"#, #"{"type":"parquet"}"#, []),
      (
        #"{"type":"parquet","row_group_bytes":1}"#, #"{"type":"parquet","row_group_bytes":null}"#,
        differs
      ),
      (#"{"type":"json","unstructured":false}"#, #"{"type":"json","unstructured":true}"#, differs),
    ] as [(String, String, [String])])
  func `compares the format in the schema`(
    format: String, inSchema: String, expected: [String]
  ) throws {
    let payload = try Payload.of(.r2).setting("/format", format).setting("/schema/format", inSchema)
    #expect(try payload.issues() == [Self.removed] + expected)
  }

  @Test func `does not compare with a missing format`() throws {
    let payload = try Payload.of(.r2).setting("/schema/format", #"{"type":"parquet"}"#)
    #expect(
      try payload.setting("/format", nil).issues() == [
        "warning /format format-missing", Self.removed,
      ])
    #expect(
      try payload.setting("/format", "7").issues() == ["error /format type", Self.removed])
  }

  @Test(arguments: [
    Row("/schema/format", "null", ["error type"]), Row("/schema/format", "5", ["error type"]),
    Row("/schema/format/compression", #""gzip""#, ["error /schema/format/type required"]),
  ])
  func `validates the format in the schema`(row: Row) throws {
    let issues = try row.issues().filter {
      !$0.hasSuffix("schema-format-differs") && $0 != Self.removed
    }
    #expect(issues == row.expected)
  }
}
