import SchemaImport
import SinkSpec
import Testing

/// Tests the recognition of files without columns, and the messages about them.
struct FileKindTests {
  private static func refusal(_ bytes: [UInt8]) -> String? { FileKind(of: bytes).refusal }

  @Test(arguments: [
    (#"{"type": "enum", "name": "E", "symbols": ["A"]}"#, "is an Avro enum"),
    (#"{"type": "fixed", "name": "F", "size": 8}"#, "is an Avro fixed"),
    (#"{"type": "map", "values": "long"}"#, "is an Avro map"),
    (#"{"type": "array", "items": "string"}"#, "is an Avro array"),
    (#"{"type": "long", "logicalType": "date"}"#, "is an Avro long"),
    (#""string""#, "is an Avro type"),
    (#"["null", "string"]"#, "is an Avro union without a record"),
    (#"[{"type": "enum", "name": "E", "symbols": []}]"#, "is an Avro union without a record"),
    (#"{"protocol": "P", "types": [], "messages": {}}"#, "is an Avro protocol without a record"),
    (
      #"{"protocol": "P", "types": [{"type": "record", "name": "A", "fields": []}, {"type": "record", "name": "B", "fields": []}]}"#,
      "has 2 Avro records (A, B)"
    ),
    (#"{"success": false, "errors": [{"code": 1001, "message": "denied"}]}"#, "1001 denied"),
    (#"{"success": true, "result": [], "errors": []}"#, "an empty list"),
    (#"{"success": true, "result": null, "errors": []}"#, "without a result"),
    (#"{"error_code": 40401, "message": "Subject not found"}"#, "40401 Subject not found"),
    (#"{"id": "p", "name": "n", "sql": "INSERT …", "tables": []}"#, "is a pipeline"),
    (#"{"subject": "s", "schemaType": "PROTOBUF", "schema": "message A {}"}"#, "Protobuf"),
    (#"{"openapi": "3.1.0", "paths": {}}"#, "an OpenAPI document without schemas"),
    (
      #"{"openapi": "3.1.0", "components": {"schemas": {"A": {"properties": {"x": {}}}, "B": {"properties": {"y": {}}}}}}"#,
      "with 2 schemas (A, B)"
    ),
    (
      #"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"A": {"properties": {"x": {}}}, "B": {"properties": {"y": {}}}}}"#,
      "with 2 schemas (A, B)"
    ),
    (#"{"optionalProperties": {"a": {"type": "string"}}}"#, "JSON Type Definition"),
    (#"{"TableList": [{"Name": "a"}, {"Name": "b"}]}"#, "has 2 Glue tables (a, b)"),
    (#"{"format-version": 2, "table-uuid": "u"}"#, "is Iceberg metadata without a schema"),
    (
      #"[{"name": "a", "type": "r2", "config": {}}, {"name": "b", "type": "r2", "config": {}}]"#,
      "has 2 sinks (a, b)"
    ),
    (
      #"{"result": [{"id": "1", "name": "a", "worker_binding": {}}, {"id": "2", "name": "b", "http": {"enabled": true}}], "success": true}"#,
      "has 2 streams (a, b)"
    ),
    ("sink:\n  name: x\n", "is YAML"), ("---\na: 1\n", "is YAML"),
    ("- name: a\n  type: b\n", "is YAML"),
    ("# comment\nkey: value\n", "is YAML"),
    ("resource \"cloudflare_pipeline_sink\" \"s\" {\n  name = \"a\"\n}\n", "is HCL"),
    ("name = \"a\"\nsize = 3\n", "is HCL"),
    ("CREATE TABLE t (a INT);", "is SQL"), ("syntax = \"proto3\";\n", "is a Protobuf schema"),
    ("<?xml version=\"1.0\"?>", "is XML"), ("a,b,c\n1,2,3\n", "CSV"),
    ("protocol P {\n}", "is Avro IDL"),
    ("[\n  {\n    id: 'x',\n    name: 's'\n  }\n]", "is a JavaScript object"),
    ("// note\n{\"a\": 1}", "has comments"), ("{ // note\n\"a\": 1}", "has comments"),
  ])
  func `names what it cannot use`(text: String, phrase: String) {
    let refusal = Self.refusal(Array(text.utf8))
    #expect(refusal?.contains(phrase) == true, "\(refusal ?? "no refusal")")
  }

  @Test(arguments: [
    #"{"event": "x", "user": {"id": 1}}"#, #"{"error_code": 1, "message": "m", "at": "x"}"#,
    #"{"id": 1, "sql": "SELECT 1", "status": "ok"}"#, #"{"success": false, "user": 1, "at": 2}"#,
    #"{"endpoint": "/a", "method": "GET", "at": 2}"#,
    #"{"type": "track", "event": "Paid", "properties": {"price": 9.99}}"#,
    #"{"type": "Feature", "geometry": {"type": "Point"}, "properties": {"name": {"en": "a"}}}"#,
    #"{"a": 1}\#n{"a": 2}\#n"#, #"{"a": 1} {"a": 2}"#, #"[{"id": 1}, {"id": 2}]"#,
    "\u{1E}{\"a\": 1}\n", #"{"resourceLogs": [{"scopeLogs": []}]}"#,
    #"[{"type": "click", "name": "buy"}]"#,
  ])
  func `refers sample events to infer`(text: String) {
    let refusal = Self.refusal(Array(text.utf8))
    #expect(refusal?.contains("sinkwizard infer") == true, "\(refusal ?? "no refusal")")
  }

  @Test(arguments: [
    ([0x1F, 0x8B, 8, 0], "gzip -dc"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd -dc"),
    ([0x5A, 0x2A, 0x4D, 0x18], "zstd -dc"), (Array("BZh91AY&".utf8), "bzip2 -dc"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz -dc"), ([0x50, 0x4B, 3, 4], "unzip -p"),
    ([0x78, 0x9C, 1], "zlib"), ([0x04, 0x22, 0x4D, 0x18], "lz4 -dc"),
    ([0xFF, 0xFE, 0x7B, 0], "iconv -f UTF-16"), ([0xFF, 0xFE, 0, 0], "iconv -f UTF-32"),
    (Array("PAR1".utf8), "Parquet"), (Array("Obj\u{1}".utf8), "Avro data file"),
    ([0x7B, 0, 0x22, 0], "UTF-16"),
  ])
  func `names binary data and the tool for it`(bytes: [UInt8], phrase: String) {
    let refusal = Self.refusal(bytes)
    #expect(refusal?.contains(phrase) == true, "\(refusal ?? "no refusal")")
  }

  @Test(arguments: [
    (#"{"name": "s", "type": "r2", "config": {}}"#, "payload"), ("{}", "payload"),
    (#"{"name": "s", "tpye": "r2"}"#, "payload"), (#"{"name": "s"}"#, "payload"),
    (#"{"$schema": "sink.schema.json", "name": "s", "type": "r2"}"#, "payload"),
    (#"{"id": "1", "name": "s", "type": "r2", "config": {}, "created_at": "x"}"#, "sink"),
    (
      #"{"success": true, "result": [{"id": "1", "name": "s", "type": "r2", "created_at": "x"}]}"#,
      "sink"
    ),
    (#"[{"id": "1", "name": "s", "type": "r2", "created_at": "x"}]"#, "sink"),
    (
      #"{"id": "1", "name": "s", "type": "r2_data_catalog", "config": {"token": "x"}, "created_at": "x", "schema": {"fields": [{"name": "a", "type": "string"}]}}"#,
      "sink"
    ),
    ("7", "unknown"), ("[1, 2]", "unknown"), ("{\"a\": ", "malformed"), ("", "malformed"),
    ("{\"a\": 1,}", "malformed"), ("nonsense", "malformed"),
    (#"{"fields": [{"name": "a", "type": "string"}]}"#, "schema"),
    ("\u{FEFF}{\"fields\": [{\"name\": \"a\", \"type\": \"string\"}]}", "schema"),
  ])
  func `distinguishes payloads, sinks and schemas`(text: String, kind: String) {
    let found =
      switch FileKind(of: Array(text.utf8)) {
      case .payload: "payload"
      case .sink: "sink"
      case .schema: "schema"
      case .unknown: "unknown"
      case .malformed: "malformed"
      case .events, .unusable: "refused"
      }
    #expect(found == kind)
  }

  @Test(arguments: [
    (#"{"type": "object", "properties": {}}"#, "it describes an object without properties"),
    (#"{"$schema": "http://json-schema.org/schema#", "type": "string"}"#, "string values"),
    (#"{"$ref": "https://example.com/a.json"}"#, "refers to https://example.com/a.json"),
    (#"{"$schema": "http://json-schema.org/schema#"}"#, "does not describe the properties"),
    (##"{"$ref": "#/$defs/gone", "$defs": {}}"##, "does not exist in this file"),
  ])
  func `states why a JSON Schema has no columns`(text: String, phrase: String) {
    let problem = #expect(throws: SchemaFileProblem.self) { try Imported.from(text) }
    #expect(problem?.message.contains(phrase) == true, "\(problem?.message ?? "")")
  }
}
