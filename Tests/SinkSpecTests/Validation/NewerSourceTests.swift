import SinkSpec
import TestSupport
import Testing

/// Tests values that newer sources add or remove: they are accepted with a warning that names the
/// source.
struct NewerSourceTests {
  private static let source = "Cloudflare's API reference of 2026-10-08"

  @Test func `accepts basin_catalog with the configuration of r2_data_catalog`() throws {
    let payload = try Payload.of(.catalog).setting("/type", #""basin_catalog""#)
    #expect(try payload.issues() == ["warning /type newer-than-reference"])
    #expect(
      try Payload.issues(payload.tree.text).map(\.message)
        == ["listed in \(Self.source), but not in the earlier one that these rules follow"])
    #expect(
      try payload.setting("/config/token", nil).setting("/config/path", #""a""#).issues()
        == [
          "warning /type newer-than-reference", "error /config/token required",
          "error /config/path unknown-member",
        ])
    #expect(
      try payload.setting("/format/type", #""json""#).issues()
        == ["warning /type newer-than-reference", "warning /format/type catalog-format"])
    #expect(
      try payload.setting("/schema/fields", #"[{"type":"string","name":"__ingest_ts"}]"#).issues()
        .contains("warning /schema/fields/0/name field-name-reserved"))
  }

  @Test func `says which values of a choice the other types have`() throws {
    let text = try Payload.of(.r2).setting("/format", #"{"type":"json","compression":"lz4"}"#)
      .tree.text
    #expect(
      try Payload.issues(text).map(\.message)
        == ["\"lz4\" is not valid for type json; use one of uncompressed, gzip"])
  }

  @Test func `warns about the format in the schema, which newer references lack`() throws {
    let text = try Payload.of(.r2).setting("/schema/format", #"{"type":"parquet"}"#).tree.text
    #expect(
      try Payload.issues(text).map(\.message) == ["no longer in \(Self.source); omit it"])
  }

  @Test func `allows a schema location for editors and never sends it`() throws {
    let text = try Payload.of(.r2).setting("/$schema", #""./sink.schema.json""#).tree.text
    #expect(try Payload.issues(of: text) == [])
    let request = RequestNode(reading: try JSONDocument(parsing: Array(text.utf8)))
    #expect(!request.text(secrets: .shown).contains("$schema"))
    #expect(
      try Payload.of(.r2).setting("/config/$schema", #""a""#).issues()
        == ["error /config/$schema unknown-member"])
    #expect(try Payload.of(.r2).setting("/$schema", "{}").issues() == ["error /$schema type"])
  }

  @Test func `lists the values for a type, and where they come from`() throws {
    let compression = try #require(SinkDescription.parameter(at: "/format/compression"))
    #expect(compression.choices(ownType: "json").map(\.value) == ["uncompressed", "gzip"])
    #expect(compression.choices(ownType: "parquet").count == 5)
    #expect(compression.choices(ownType: nil).count == 5)
    #expect(compression.addition(ownType: "json")?.date == "2026-10-08")
    #expect(compression.addition(ownType: "parquet") == nil)
    let type = try #require(SinkDescription.parameter(at: "/type"))
    #expect(type.choices.filter { $0.newer != nil }.map(\.value) == ["basin_catalog"])
  }
}
