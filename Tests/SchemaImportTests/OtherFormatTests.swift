import SchemaImport
import SinkSpec
import Testing

/// Tests schemas of BigQuery, Spark, Kafka Connect, Glue, registries and the API, and Iceberg
/// documents.
struct OtherFormatTests {
  @Test(arguments: [
    // BigQuery.
    (
      #"[{"name": "i", "type": "INTEGER", "mode": "REQUIRED"}, {"name": "t", "type": "STRING", "mode": "REPEATED"}, {"name": "s", "type": "FLOAT", "mode": "NULLABLE"}]"#,
      "i:int64! t:list(:string) s:float64"
    ),
    (
      #"{"fields": [{"name": "r", "type": "RECORD", "mode": "repeated", "fields": [{"name": "b", "type": "BYTES"}, {"name": "n", "type": "NUMERIC(9,2)"}]}]}"#,
      "r:list(:struct(b:binary n:float64?))"
    ),
    (
      #"{"kind": "bigquery#table", "schema": {"fields": [{"name": "i", "type": "INTEGER"}, {"name": "at", "type": "TIMESTAMP"}]}}"#,
      "i:int64 at:timestamp/microsecond"
    ),
    (
      #"[{"name": "d", "type": "DATE", "mode": "NULLABLE"}, {"name": "j", "type": "JSON", "mode": "REQUIRED"}, {"name": "g", "type": "GEOGRAPHY"}]"#,
      "d:string? j:json! g:string?"
    ),
    (#"[{"name": "i", "type": "INTEGER"}, {"name": "s", "type": "FLOAT"}]"#, "i:int32 s:float32"),
    // Spark.
    (
      #"{"type": "struct", "fields": [{"name": "i", "type": "long", "nullable": false, "metadata": {}}, {"name": "a", "type": {"type": "array", "elementType": "integer", "containsNull": true}, "nullable": true, "metadata": {}}, {"name": "s", "type": {"type": "struct", "fields": [{"name": "x", "type": "double", "nullable": true, "metadata": {}}]}, "nullable": true, "metadata": {}}]}"#,
      "i:int64! a:list(:int32) s:struct(x:float64)"
    ),
    (
      #"{"schemaString": "{\"type\":\"struct\",\"fields\":[{\"name\":\"a\",\"type\":\"timestamp\",\"nullable\":true,\"metadata\":{}}]}"}"#,
      "a:timestamp/microsecond"
    ),
    (
      #"{"type": "struct", "fields": [{"name": "m", "type": {"type": "map", "keyType": "string", "valueType": "long"}, "nullable": true}, {"name": "d", "type": "decimal(10,2)", "nullable": false}, {"name": "h", "type": "short", "nullable": true}]}"#,
      "m:json? d:float64!? h:int32?"
    ),
    // Kafka Connect.
    (
      #"{"type": "struct", "optional": false, "fields": [{"field": "i", "type": "int64", "optional": false}, {"field": "n", "type": "string", "optional": true}, {"field": "t", "type": "int64", "name": "org.apache.kafka.connect.data.Timestamp"}, {"field": "l", "type": "array", "items": {"type": "double", "optional": true}, "optional": true}]}"#,
      "i:int64! n:string t:timestamp/millisecond! l:list(:float64)"
    ),
    (
      #"{"schema": {"type": "struct", "fields": [{"field": "a", "type": "struct", "optional": true, "fields": [{"field": "u", "type": "int64", "optional": true, "name": "io.debezium.time.MicroTimestamp"}]}]}, "payload": {"a": null}}"#,
      "a:struct(u:timestamp/microsecond)"
    ),
    // Glue.
    (
      #"{"Table": {"Name": "t", "StorageDescriptor": {"Columns": [{"Name": "a", "Type": "array<struct<x:int,y:decimal(10,2)>>"}, {"Name": "m", "Type": "map<string,int>"}]}, "PartitionKeys": [{"Name": "day", "Type": "string"}]}}"#,
      "a:list(:struct(x:int32 y:float64?)) m:json? day:string"
    ),
    (
      #"{"Table": {"StorageDescriptor": {"Columns": [{"Name": "a", "Type": "struct<"}, {"Name": "b", "Type": "bigint"}]}}}"#,
      "a:json? b:int64"
    ),
    (
      #"{"SchemaVersionId": "v", "DataFormat": "AVRO", "SchemaDefinition": "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}]}"}"#,
      "a:string!"
    ),
    // Schema registries.
    (
      #"{"subject": "s", "version": 1, "id": 2, "schema": "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"long\"}]}"}"#,
      "a:int64!"
    ),
    (
      #"{"schemaType": "JSON", "schema": "{\"properties\":{\"a\":{\"type\":\"string\"}}}"}"#,
      "a:string"
    ),
    // Iceberg.
    (
      #"{"type": "struct", "fields": [{"name": "t", "type": {"type": "list", "element": "string"}}, {"name": "s", "type": {"type": "struct", "fields": [{"name": "b", "type": "string"}]}}]}"#,
      "t:list(:string) s:struct(b:string)"
    ),
    (
      #"{"format-version": 1, "location": "x", "schema": {"type": "struct", "fields": [{"id": 1, "name": "x", "required": true, "type": "long"}, {"id": 2, "name": "t", "required": false, "type": "timestamptz"}]}}"#,
      "x:int64! t:timestamp/microsecond"
    ),
    (
      #"{"name": "t", "schema": {"type": "struct", "fields": [{"id": 1, "name": "x", "required": true, "type": "int"}]}, "partition-spec": {}}"#,
      "x:int32!"
    ),
    (
      #"{"format-version": 1, "current-version-id": 2, "versions": [{"version-id": 1, "schema-id": 0}, {"version-id": 2, "schema-id": 1}], "schemas": [{"schema-id": 0, "fields": []}, {"schema-id": 1, "type": "struct", "fields": [{"id": 1, "name": "x", "required": false, "type": "int"}]}]}"#,
      "x:int32"
    ),
    (
      #"{"metadata-location": "m", "metadata": {"format-version": 1, "schema": {"fields": [{"id": 1, "name": "x", "required": true, "type": "int"}]}}, "config": {"token": "t"}}"#,
      "x:int32!"
    ),
    // Streams and sinks of the API.
    (
      #"{"success": true, "errors": [], "messages": [], "result": [{"id": "s", "name": "st", "created_at": "x", "schema": {"fields": [{"type": "string", "name": "a", "required": true}]}}]}"#,
      "a:string!"
    ),
    (
      #"[{"id": "s", "name": "st", "worker_binding": {"enabled": true}, "schema": {"fields": [{"type": "bytes", "name": "a"}]}}]"#,
      "a:binary"
    ),
    (
      #"{"id": "s", "name": "st", "http": {"enabled": true}, "created_at": "x", "schema": null}"#,
      "value:json"
    ),
    (
      #"{"result": {"id": "s", "name": "st", "endpoint": "https://x.test", "version": 1}, "success": true}"#,
      "value:json"
    ),
    (
      #"{"result": {"name": "s", "http": {"enabled": true}, "schema": {"fields": [{"type": "int64", "name": "a", "required": true, "sql_name": "BIGINT"}]}}, "success": true}"#,
      "a:int64!"
    ),
    // Avro with named types defined elsewhere in the file.
    (
      #"[{"type": "enum", "name": "E", "symbols": ["A"]}, {"type": "fixed", "name": "F", "size": 2}, {"type": "record", "name": "R", "fields": [{"name": "e", "type": "E"}, {"name": "f", "type": "F"}]}]"#,
      "e:string! f:binary!?"
    ),
    (
      #"[{"type": "record", "name": "R", "namespace": "n", "fields": [{"name": "e", "type": "E"}, {"name": "s", "type": "S"}]}, {"type": "enum", "name": "E", "namespace": "n", "symbols": []}, {"type": "record", "name": "n.S", "fields": [{"name": "x", "type": "int"}]}]"#,
      "e:string! s:struct(x:int32!)!"
    ),
    (
      #"{"protocol": "P", "namespace": "n", "types": [{"type": "enum", "name": "E", "symbols": []}, {"type": "record", "name": "R", "fields": [{"name": "e", "type": "E"}]}], "messages": {}}"#,
      "e:string!"
    ),
    (
      #"{"type": "array", "items": {"type": "record", "name": "R", "fields": [{"name": "a", "type": "string"}]}}"#,
      "a:string!"
    ),
    (
      #"{"type": {"type": "record", "name": "R", "fields": [{"name": "a", "type": "string"}]}}"#,
      "a:string!"
    ),
    (
      #"{"type": "record", "name": "R", "fields": [{"name": "a", "type": ["int", "long"]}, {"name": "b", "type": ["float", "double"]}, {"name": "c", "type": ["null", "string", {"type": "enum", "name": "E", "symbols": []}]}, {"name": "d", "type": ["int", "string"]}]}"#,
      "a:int64! b:float64! c:string d:json!?"
    ),
    (
      #"{"type": "record", "name": "R", "fields": [{"name": "a", "type": ["string", "bytes"]}, {"name": "b", "type": ["long", {"type": "long", "logicalType": "timestamp-millis"}]}, {"name": "c", "type": ["long", "double"]}]}"#,
      "a:string! b:timestamp/millisecond!? c:float64!?"
    ),
  ])
  func `imports the columns of a schema`(text: String, columns: String) throws {
    #expect(try Imported.short(text) == columns)
  }
}
