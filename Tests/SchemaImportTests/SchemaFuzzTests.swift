import SchemaImport
import SinkSpec
import TestSupport
import Testing

struct SchemaFuzzTests {
  private static let files = [
    ##"""
    {"type": "record", "name": "R", "fields": [{"name": "a", "type": ["null", "long"]},
    {"name": "b", "type": {"type": "array", "items": "string"}}, {"name": "c", "type": "R"},
    {"name": "d", "type": {"type": "map", "values": {"type": "enum", "name": "E", "symbols": []}}}]}
    """##,
    ##"""
    {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"x": {"type": "object",
    "properties": {"y": {"$ref": "#/$defs/x"}, "z": {"type": "integer"}}}}, "type": "object",
    "properties": {"a": {"type": "string", "format": "date-time"}, "b": {"$ref": "#/$defs/x"},
    "c": {"anyOf": [{"type": "null"}, {"type": "integer"}]}, "d": {"allOf": [{"$ref": "#"}]}},
    "required": ["a"]}
    """##,
    ##"""
    {"type": "struct", "schema-id": 0, "fields": [{"id": 1, "name": "a", "required": true,
    "type": "long"}, {"id": 2, "name": "b", "required": true, "type": {"type": "list",
    "element": "string"}}]}
    """##,
    ##"""
    [{"name": "a", "type": "INTEGER", "mode": "REPEATED"}, {"name": "b", "type": "RECORD",
    "fields": [{"name": "c", "type": "NUMERIC"}]}]
    """##,
    ##"""
    {"type": "struct", "fields": [{"field": "a", "type": "int64", "optional": true},
    {"field": "b", "type": "array", "items": {"type": "string"}}]}
    """##,
    #"{"openapi": "3.1.0", "components": {"schemas": {"A": {"type": "object", "properties": {}}}}}"#,
    #"{"fields": [{"name": "a", "type": "struct", "fields": [{"name": "b", "type": "json"}]}]}"#,
  ]

  @Test func `imports only writable schemas from any damaged file`() {
    Fuzzing.run { seed in
      var random = SplitMix64(seed: seed)
      let whole = Array((Self.files.randomElement(using: &random) ?? "").utf8)
      let bytes = DamagedText.text(whole, using: &random)
      guard let proposal = try? FileKind(of: bytes).proposal() else { return }
      let text = proposal.request.text(secrets: .shown)
      #expect(throws: Never.self, "seed \(seed)") { try JSONDocument(parsing: Array(text.utf8)) }
      #expect(proposal.columns.count <= 20_000, "seed \(seed)")
    }
  }
}
