import SchemaImport
import SinkSpec
import TestSupport
import Testing

/// Tests detecting schema files, and importing field lists in the format of the API and its tools.
struct SchemaFileTests {
  @Test(arguments: [
    #"{"fields": [{"name": "a", "type": "string"}]}"#,
    #"[{"name": "a", "type": "string"}]"#,
    #"{"schema": {"fields": [{"name": "a", "type": "string"}]}, "type": "r2", "config": {}}"#,
    #"{"success": true, "result": {"schema": {"fields": [{"name": "a", "type": "string"}]}}}"#,
    #"{"type": "record", "name": "R", "fields": [{"name": "a", "type": ["null", "string"]}]}"#,
    #"{"type": "struct", "schema-id": 0, "fields": [{"id": 1, "name": "a", "required": false, "type": "string"}]}"#,
    #"{"current-schema-id": 1, "schemas": [{"schema-id": 0, "fields": []}, {"schema-id": 1, "type": "struct", "fields": [{"id": 1, "name": "a", "required": false, "type": "string"}]}]}"#,
    #"{"metadata": {"current-schema-id": 0, "schemas": [{"schema-id": 0, "type": "struct", "fields": [{"id": 1, "name": "a", "type": "string"}]}]}}"#,
    #"{"properties": {"a": {"type": "string"}}}"#,
    #"["null", {"type": "record", "name": "R", "fields": [{"name": "a", "type": ["null", "string"]}]}]"#,
    #"{"type": "array", "items": {"properties": {"a": {"type": "string"}}}}"#,
    #"{"oneOf": [{"type": "null"}, {"properties": {"a": {"type": "string"}}}]}"#,
    #"{"$schema": "x", "type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}}}"#,
    ##"{"$ref": "#/$defs/r", "$defs": {"r": {"properties": {"a": {"type": ["string", "null"]}}}}}"##,
  ])
  func `imports one column from every kind of file`(text: String) throws {
    #expect(try Imported.short(text) == "a:string")
  }

  @Test(arguments: [
    (#"{"fields": []}"#, true), (#"[{"name": "a", "type": "string"}]"#, true),
    (#"{"type": "record", "name": "R", "fields": []}"#, true),
    (#"{"properties": {"a": {}}}"#, true),
    (#"{"name": "s", "http": {"enabled": true}, "schema": {"fields": []}}"#, true),
    (#"{"name": "s", "type": "r2", "config": {}, "schema": {"fields": []}}"#, false),
    (#"{"name": "s", "schema": {"fields": []}}"#, false), ("{}", false), ("[]", false),
    ("[1, 2]", false), ("7", false), (#"{"name": "s"}"#, false),
  ])
  func `distinguishes a schema from a sink with a schema`(text: String, isSchema: Bool) throws {
    let kind = FileKind(of: Array(text.utf8))
    if case .schema = kind { #expect(isSchema) } else { #expect(!isSchema) }
  }

  @Test(arguments: [
    (
      #"[{"type": "record", "name": "A", "fields": []}, {"type": "record", "name": "B", "fields": []}]"#,
      "has 2 Avro records (A, B); keep only the one for the sink"
    ),
    (
      #"{"current-schema-id": 7, "schemas": [], "properties": {}}"#,
      "is an Iceberg table whose current schema is not among its schemas"
    ),
  ])
  func `describes schemas without usable columns`(text: String, message: String) {
    let problem = #expect(throws: SchemaFileProblem.self) { try Imported.from(text) }
    #expect(problem?.message == message)
  }

  @Test(arguments: [
    (
      #"{"fields": [{"name": "a", "type": "string", "type": "int32"}]}"#,
      "duplicate members (only the first counts): type"
    ),
    (
      #"{"properties": {"a": {"type": "string"}}, "required": ["b"], "allOf": [{"properties": {"a": {"type": "integer"}}}]}"#,
      "ignored, because sink schemas do not support it: required b, which is not a property"
    ),
    (
      #"{"type": "record", "name": "R", "fields": [{"name": "a", "type": {"type": "string", "logicalType": "own"}}]}"#,
      "ignored, because sink schemas do not support it: logicalType own"
    ),
  ])
  func `reports everything it drops`(text: String, diagnostic: String) throws {
    #expect(try Imported.from(text).diagnostics.map(\.text) == [diagnostic])
  }

  @Test(arguments: ["{}", "[]", "7", #""fields""#, #"{"name": "s"}"#, #"{"schema": 1}"#])
  func `rejects a file without a schema`(text: String) {
    #expect(throws: SchemaFileProblem.self) { try Imported.from(text) }
  }

  @Test(arguments: [
    (#"{"name": "a", "type": "bytes"}"#, "a:binary"),
    (#"{"name": "a", "type": "f64", "required": true}"#, "a:float64!"),
    (#"{"name": "a", "type": "BIGINT"}"#, "a:int64"),
    (#"{"name": "a", "type": "uint64"}"#, "a:int64?"),
    (#"{"name": "a", "type": "uint32"}"#, "a:int64?"),
    (#"{"name": "a", "type": "decimal128(38,10)"}"#, "a:float64?"),
    (#"{"name": "a", "type": "date"}"#, "a:string?"),
    (#"{"name": "a", "type": "uint7"}"#, "a:uint7"),
    (#"{"name": "a", "type": "timestamp", "unit": "ms"}"#, "a:timestamp/millisecond"),
    (#"{"name": "a", "type": "timestamp", "unit": "second"}"#, "a:timestamp/second"),
    (#"{"name": "a", "type": "list", "items": {"type": "utf8"}}"#, "a:list(:string)"),
    (#"{"name": "a", "type": "list", "items": 7}"#, "a:list?"),
    (
      #"{"name": "a", "type": "struct", "fields": [{"name": "b", "type": "bool"}]}"#,
      "a:struct(b:bool)"
    ),
    (#"{"name": 5, "type": "bool"}"#, ":bool?"), (#"{"name": "a"}"#, "a:"),
    (#"{"name": null, "type": "bool", "required": null}"#, ":bool"),
    (#"{"name": "a", "type": "bool", "required": "yes"}"#, "a:bool?"),
  ])
  func `imports a field of a field list`(field: String, column: String) throws {
    #expect(try Imported.short(#"{"fields": [\#(field)]}"#) == column)
  }

  @Test func `reports dropped members once, with counts`() throws {
    let fields = (0..<50).map { #"{"name": "c\#($0)", "type": "bytes", "doc": "d", "key": 1}"# }
    let proposal = try Imported.from(#"{"fields": [7, \#(fields.joined(separator: ","))]}"#)
    #expect(proposal.columns.count == 50)
    #expect(
      proposal.diagnostics.map(\.text) == [
        "field 1 of a list is a number; ignored", "bytes is imported as binary (50)",
        "ignored, because sink schemas do not support it: doc (50), key (50)",
      ])
  }

  /// Returns the schema read from a damaged file, or `nil` if it is rejected.
  private static func proposalOfDamagedFile(seed: UInt64) -> SchemaProposal? {
    var random = SplitMix64(seed: seed)
    let texts = [avro, jsonSchema, iceberg, plain]
    var tokens = texts[Int(seed) % texts.count].split(separator: " ").map(String.init)
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let index = Int.random(in: 0..<tokens.count, using: &random)
      tokens[index] = damaged(tokens[index], using: &random)
    }
    guard let document = try? JSONDocument(parsing: Array(tokens.joined(separator: " ").utf8))
    else { return nil }
    return try? FileKind(of: document).schema?.proposal()
  }

  /// Returns another token of the same kind, so that most files are still JSON.
  private static func damaged(_ token: String, using random: inout SplitMix64) -> String {
    if ["{", "}", "[", "]", ","].contains(token) { return random.once(in: 8) ? "" : token }
    if token.hasSuffix(":") {
      return [#""type":"#, #""name":"#, #""items":"#, #""fields":"#].randomElement(using: &random)
        ?? token
    }
    let values = ["null", "[]", "{}", #""record""#, #""string""#, "7", #""a""#]
    let value = values.randomElement(using: &random) ?? token
    return token.hasSuffix(",") ? value + "," : value
  }

  @Test func `imports only writable schemas from damaged files`() {
    var count = 0
    for seed in UInt64(1)...600 {
      guard let proposal = Self.proposalOfDamagedFile(seed: seed) else { continue }
      count += 1
      let text = proposal.request.text(secrets: .shown)
      #expect(throws: Never.self, "seed \(seed)") { try JSONDocument(parsing: Array(text.utf8)) }
    }
    #expect(count > 100)
  }

  private static let avro = """
    { "type": "record", "name": "R", "fields": [ { "name": "a", "type": [ "null", "long" ] } , \
    { "name": "b", "type": { "type": "array", "items": "string" } } , \
    { "name": "c", "type": "R" } ] }
    """
  private static let jsonSchema = """
    { "$schema": "x", "properties": { "a": { "type": "string" } , "b": { "$ref": "#" } , \
    "c": { "anyOf": [ { "type": "null" } , { "type": "integer" } ] } } , "required": [ "a" ] }
    """
  private static let iceberg = """
    { "type": "struct", "schema-id": 0, "fields": [ { "id": 1, "name": "a", "required": true, \
    "type": "long" } , { "id": 2, "name": "b", "required": true, "type": { "type": "list", \
    "element": "string" } } ] }
    """
  private static let plain = """
    { "fields": [ { "name": "a", "type": "string" } , { "name": "b", "type": "list", "items": \
    { "type": "int32" } } , { "name": "c", "type": "struct", "fields": [ ] } ] }
    """
}
