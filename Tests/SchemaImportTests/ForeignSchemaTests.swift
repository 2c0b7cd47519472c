import SchemaImport
import SinkSpec
import Testing

/// Tests the type mapping from JSON Schema, Avro and Iceberg.
struct ForeignSchemaTests {
  static let properties: [(String, String)] = [
    (#"{"type": "string"}"#, "a:string"), (#"{"type": "integer"}"#, "a:int64"),
    (#"{"type": "integer", "minimum": 0, "maximum": 255}"#, "a:int32"),
    (#"{"type": "integer", "minimum": 0}"#, "a:int64"),
    (#"{"type": "integer", "minimum": 0, "maximum": 18446744073709551615}"#, "a:int64?"),
    (##"{"$ref": "#/$defs/a~1b%20c"}"##, "a:binary"),
    (#"{"type": "integer", "format": "int32"}"#, "a:int32"),
    (#"{"type": "number"}"#, "a:float64"), (#"{"type": ["integer", "number"]}"#, "a:float64"),
    (#"{"type": "boolean"}"#, "a:bool"), (#"{"type": ["string", "null"]}"#, "a:string"),
    (#"{"type": ["string", "integer"]}"#, "a:json?"), (#"{"type": "null"}"#, "a:json"),
    (#"{"type": "string", "format": "date-time"}"#, "a:timestamp"),
    (#"{"type": "string", "format": "date"}"#, "a:string"),
    (#"{"type": "string", "contentEncoding": "base64"}"#, "a:binary"),
    ("true", "a:json"), ("false", "a:json?"), ("{}", "a:json"), ("7", "a:json?"),
    (#"{"enum": ["a", "b"]}"#, "a:string"), (#"{"enum": [1, 2]}"#, "a:int64"),
    (#"{"const": 1.5}"#, "a:float64"), (#"{"enum": ["a", 1]}"#, "a:json"),
    (#"{"type": "object"}"#, "a:json"),
    (
      #"{"type": "object", "properties": {"b": {"type": "string"}}, "required": ["b"]}"#,
      "a:struct(b:string!)"
    ),
    (#"{"type": "array", "items": {"type": "string"}}"#, "a:list(:string)"),
    (#"{"type": "array"}"#, "a:list(:json)"),
    (#"{"type": "array", "items": [{"type": "string"}]}"#, "a:json?"),
    (#"{"type": "array", "prefixItems": [{}]}"#, "a:json?"),
    (#"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, "a:string"),
    (#"{"oneOf": [{"type": "string"}, {"type": "integer"}]}"#, "a:json?"),
    (#"{"oneOf": [{"type": "string"}, {"type": "string", "maxLength": 3}]}"#, "a:string"),
    (
      #"{"allOf": [{"properties": {"b": {"type": "string"}}}, {"properties": {"c": true}}]}"#,
      "a:struct(b:string c:json)"
    ),
    (##"{"$ref": "#/$defs/leaf"}"##, "a:struct(x:int64)"),
    (##"{"$ref": "#/$defs/tree"}"##, "a:struct(left:json? value:string)"),
    (#"{"$ref": "other.json"}"#, "a:json?"), (##"{"$ref": "#/$defs/none"}"##, "a:json?"),
    (##"{"$ref": "#/$defs/loop"}"##, "a:json"),
    // A plus sign is not a hex digit, so this is not percent-encoding.
    (##"{"$ref": "#/$defs/c%+1"}"##, "a:binary"),
  ]

  @Test(arguments: properties)
  func `maps a JSON Schema property`(property: String, column: String) throws {
    let text = """
      {"properties": {"a": \(property)}, "$defs": {
        "a/b c": {"type": "string", "format": "binary"},
        "c%+1": {"type": "string", "format": "binary"}, "leaf": {"properties": {"x": {"type": "integer"}}},
        "loop": {"$ref": "#/$defs/loop"},
        "tree": {"properties": {"left": {"$ref": "#/$defs/tree"}, "value": {"type": "string"}}}}}
      """
    #expect(try Imported.short(text) == column)
  }

  @Test func `non-nullable required properties are required`() throws {
    let text = """
      {"required": ["a", "b"], "properties": {"a": {"type": "string"},
       "b": {"type": ["string", "null"]}, "c": {"type": "string"}}}
      """
    #expect(try Imported.short(text) == "a:string! b:string c:string")
  }

  @Test func `limits columns from exponentially growing references`() throws {
    let definitions = (0..<40).map { level in
      """
      "d\(level)": {"properties": {"l": {"$ref": "#/$defs/d\(level + 1)"}, \
      "r": {"$ref": "#/$defs/d\(level + 1)"}}}
      """
    }
    let text = """
      {"$ref": "#/$defs/d0", "$defs": {\(definitions.joined(separator: ",")), \
      "d40": {"type": "string"}}}
      """
    let proposal = try Imported.from(text)
    #expect(proposal.diagnostics.contains { $0.text.hasPrefix("more than 20000 columns") })
  }

  static let avroTypes: [(String, String)] = [
    (#""string""#, "a:string!"), (#""int""#, "a:int32!"), (#""long""#, "a:int64!"),
    (#""bytes""#, "a:binary!"), (#""double""#, "a:float64!"),
    (#"["null", "long"]"#, "a:int64"), (#"["string", "long"]"#, "a:json!?"),
    (#"["null", "string", "long"]"#, "a:json?"), (#""null""#, "a:json?"),
    (#"{"type": "long", "logicalType": "timestamp-millis"}"#, "a:timestamp/millisecond!"),
    (#"{"type": "long", "logicalType": "timestamp-micros"}"#, "a:timestamp/microsecond!"),
    (
      #"["null", {"type": "long", "logicalType": "local-timestamp-nanos"}]"#,
      "a:timestamp/nanosecond"
    ),
    (#"{"type": "int", "logicalType": "date"}"#, "a:int32!?"),
    (#"{"type": "bytes", "logicalType": "decimal", "precision": 9}"#, "a:float64!?"),
    (#"{"type": "string", "logicalType": "uuid"}"#, "a:string!?"),
    (#"{"type": "string", "logicalType": "own"}"#, "a:string!"),
    (#"{"type": "enum", "name": "E", "symbols": ["A"]}"#, "a:string!"),
    (#"{"type": "fixed", "name": "F", "size": 4}"#, "a:binary!?"),
    (#"{"type": "array", "items": ["null", "string"]}"#, "a:list(:string)!"),
    (#"{"type": "map", "values": "string"}"#, "a:json!?"),
    (
      #"{"type": "record", "name": "I", "fields": [{"name": "b", "type": "R"}]}"#,
      "a:struct(b:json!?)!"
    ),
    (#"{"type": {"type": "string"}}"#, "a:string!"), (#""Unknown""#, "a:json!?"), ("7", "a:json!?"),
  ]

  @Test(arguments: avroTypes)
  func `maps an Avro field`(type: String, column: String) throws {
    let text = #"{"type": "record", "name": "R", "fields": [{"name": "a", "type": \#(type)}]}"#
    #expect(try Imported.short(text) == column)
  }

  @Test func `resolves named Avro types within their namespace`() throws {
    let text = """
      {"type": "record", "name": "R", "namespace": "n", "fields": [
        {"name": "a", "type": {"type": "fixed", "name": "D", "size": 4, "logicalType": "decimal"}},
        {"name": "b", "type": "D"}, {"name": "c", "type": ["null", "n.D"]},
        {"name": "p", "type": {"type": "record", "name": "o.P", "fields": [
          {"name": "x", "type": "int"}, {"name": "q", "type": ["null", "P"]}]}},
        {"name": "r", "type": "o.P"}]}
      """
    #expect(
      try Imported.short(text)
        == "a:float64!? b:float64!? c:float64? p:struct(x:int32! q:json?)! "
        + "r:struct(x:int32! q:json?)!")
  }

  static let icebergTypes: [(String, String)] = [
    (#""string""#, "a:string!"), (#""int""#, "a:int32!"), (#""long""#, "a:int64!"),
    (#""timestamptz""#, "a:timestamp/microsecond!"),
    (#""timestamp_ns""#, "a:timestamp/nanosecond!"),
    (#""date""#, "a:string!?"), (#""decimal(9,2)""#, "a:float64!?"),
    (#""fixed[16]""#, "a:binary!?"), (#""uuid""#, "a:string!?"), (#""variant""#, "a:json!"),
    (#""geometry""#, "a:json!?"), (#""binary""#, "a:binary!"),
    (
      #"{"type": "list", "element-id": 2, "element": "long", "element-required": true}"#,
      "a:list(:int64!)!"
    ),
    (#"{"type": "map", "key": "string", "value": "long"}"#, "a:json!?"),
    (
      #"{"type": "struct", "fields": [{"id": 2, "name": "b", "required": false, "type": "int"}]}"#,
      "a:struct(b:int32)!"
    ),
  ]

  @Test(arguments: icebergTypes)
  func `maps an Iceberg field`(type: String, column: String) throws {
    let text = """
      {"type": "struct", "schema-id": 0, "fields": \
      [{"id": 1, "name": "a", "required": true, "type": \(type)}]}
      """
    #expect(try Imported.short(text) == column)
  }
}
