import SinkSpec
import TestSupport
import Testing

/// Tests rules for the schema and its fields, at any depth.
struct SchemaRulesTests {
  /// Returns the issues of a payload with these fields, with pointers relative to `/schema/fields`.
  private static func issues(
    _ fields: String, _ kind: Payload.SinkKind = .r2, format: String? = nil
  ) throws -> [String] {
    var payload = try Payload.of(kind).setting("/schema/fields", fields)
    if let format { payload = try payload.setting("/format", format) }
    return try payload.issues().map { $0.replacing("/schema/fields", with: "", maxReplacements: 1) }
  }

  @Test(arguments: [
    Row("/schema", "{}"), Row("/schema", "null", ["error type"]),
    Row("/schema", "[]", ["error type"]),
    Row("/schema", #"{"fields":[]}"#), Row("/schema/fields", "null", ["error type"]),
    Row("/schema/fields", "{}", ["error type"]), Row("/schema/fields", "\"a\"", ["error type"]),
    Row("/schema/inferred", "true"), Row("/schema/inferred", "false"),
    Row("/schema/inferred", "null"),
    Row("/schema/inferred", "1", ["error type"]),
    Row("/schema/inferred", "\"true\"", ["error type"]),
  ])
  func `validates the schema`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  @Test(arguments: [
    "int32", "int64", "float32", "float64", "bool", "string", "binary", "timestamp", "json",
  ])
  func `accepts every scalar type`(type: String) throws {
    let field = """
      {"type":"\(type)","metadata_key":"k","name":"a","required":true,"sql_name":"TEXT"}
      """
    #expect(try Self.issues("[\(field)]") == [])
    #expect(
      try Self.issues(#"[{"type":"\#(type)","name":"a","fields":[],"items":{}}]"#)
        == ["error /0/fields unknown-member", "error /0/items unknown-member"])
    let unit = try Self.issues(#"[{"type":"\#(type)","name":"a","unit":"second"}]"#)
    #expect(unit == (type == "timestamp" ? [] : ["error /0/unit unknown-member"]))
  }

  @Test(
    arguments: [
      (#"[5]"#, ["error /0 type"]), (#"[null]"#, ["error /0 type"]),
      (#"["id"]"#, ["error /0 type"]), (#"[[]]"#, ["error /0 type"]),
      (#"[{}]"#, ["error /0/type required", "warning /0/name field-name-missing"]),
      (#"[{"name":"a"}]"#, ["error /0/type required"]),
      (#"[{"name":"a","type":"bytes"}]"#, ["error /0/type choice"]),
      (#"[{"name":"a","type":"decimal128"}]"#, ["error /0/type choice"]),
      (#"[{"name":"a","type":null}]"#, ["error /0/type type"]),
      (#"[{"type":"string"}]"#, ["warning /0/name field-name-missing"]),
      (#"[{"type":"string","name":null}]"#, ["warning /0/name field-name-missing"]),
      (#"[{"type":"string","name":7}]"#, ["error /0/name type"]),
      (#"[{"type":"string","name":""}]"#, ["warning /0/name not-empty"]),
      (#"[{"type":"string","name":"é 🙂"}]"#, []),
      (#"[{"type":"string","name":" id"}]"#, ["note /0/name surrounding-space"]),
      (
        #"[{"type":"list","name":"a","items":{"type":"string","name":null}}]"#,
        ["warning /0/items/name field-name-missing"]
      ),
      (#"[{"type":"string","name":"a","required":null}]"#, ["error /0/required type"]),
      (#"[{"type":"string","name":"a","required":"yes"}]"#, ["error /0/required type"]),
      (#"[{"type":"string","name":"a","metadata_key":null}]"#, []),
      (#"[{"type":"string","name":"a","metadata_key":1}]"#, ["error /0/metadata_key type"]),
      (#"[{"type":"string","name":"a","sql_name":null}]"#, ["error /0/sql_name type"]),
      (#"[{"type":"timestamp","name":"a","unit":"nanosecond"}]"#, []),
      (#"[{"type":"timestamp","name":"a","unit":"day"}]"#, ["error /0/unit choice"]),
      (#"[{"type":"timestamp","name":"a","unit":null}]"#, ["error /0/unit type"]),
      (#"[{"type":"struct","name":"a"}]"#, ["error /0/fields required"]),
      (#"[{"type":"struct","name":"a","fields":[]}]"#, ["note /0/fields struct-empty"]),
      (#"[{"type":"struct","name":"a","fields":{}}]"#, ["error /0/fields type"]),
      (#"[{"type":"list","name":"a"}]"#, ["error /0/items required"]),
      (#"[{"type":"list","name":"a","items":{"type":"string"}}]"#, []),
      (#"[{"type":"list","name":"a","items":{"name":"x"}}]"#, ["error /0/items/type required"]),
      (#"[{"type":"list","name":"a","items":[]}]"#, ["error /0/items type"]),
      (#"[{"type":"list","name":"a","items":null}]"#, ["error /0/items type"]),
      // An unknown type neither excludes nor requires members.
      (
        #"[{"name":"a","type":"strct","fields":[{"type":"int"}],"unit":"x"}]"#,
        [
          "error /0/type choice", "warning /0/fields/0/name field-name-missing",
          "error /0/fields/0/type choice", "error /0/unit choice",
        ]
      ),
      (
        #"[{"name":"a","fields":[],"items":{"type":"json"}}]"#,
        ["error /0/type required", "note /0/fields struct-empty"]
      ),
    ] as [(String, [String])])
  func `validates a field`(fields: String, expected: [String]) throws {
    #expect(try Self.issues(fields) == expected)
  }

  @Test func `validates nested fields`() throws {
    let fields = """
      [{"type":"struct","name":"s","fields":[
        {"type":"list","name":"l","items":
          {"type":"struct","fields":[
            {"type":"int","name":"x"},
            {"type":"int32","name":"y","unit":"second"},
            {"type":"int32","name":"y","requird":true},
            {"type":"list","items":{"type":"list","items":{"type":"uint8"}}}]}}]}]
      """
    let base = "/0/fields/0/items/fields"
    #expect(
      try Self.issues(fields) == [
        "error \(base)/0/type choice", "error \(base)/1/unit unknown-member",
        "warning \(base)/2/name field-name-duplicate", "error \(base)/2/requird unknown-member",
        "warning \(base)/3/name field-name-missing", "error \(base)/3/items/items/type choice",
      ])
  }

  @Test func `validates 250 levels of nesting`() throws {
    let depth = 250
    let fields =
      "[" + String(repeating: #"{"type":"struct","name":"s","fields":["#, count: depth)
      + #"{"type":"int"}"# + String(repeating: "]}", count: depth) + "]"
    let place = String(repeating: "/0/fields", count: depth) + "/0"
    #expect(
      try Self.issues(fields)
        == ["warning \(place)/name field-name-missing", "error \(place)/type choice"])
  }

  @Test func `requires unique names among siblings only`() throws {
    let text = #"{"type":"string","name":"a"}"#
    #expect(try Self.issues("[\(text),\(text)]") == ["warning /1/name field-name-duplicate"])
    #expect(
      try Self.issues("[\(text),\(text),\(text)]")
        == ["warning /1/name field-name-duplicate", "warning /2/name field-name-duplicate"])
    let inside = #"{"type":"struct","name":"s","fields":[\#(text)]}"#
    #expect(try Self.issues("[\(text),\(inside)]") == [])
    let double = #"{"type":"struct","name":"s","fields":[\#(text),\#(text)]}"#
    #expect(
      try Self.issues("[\(text),\(double)]") == ["warning /1/fields/1/name field-name-duplicate"])
    #expect(
      try Self.issues(#"[{"type":"list","name":"a","items":\#(double)},\#(inside)]"#)
        == ["warning /0/items/fields/1/name field-name-duplicate"])
    // Names are case-sensitive, but many tools treat them as equal.
    #expect(
      try Self.issues(#"[\#(text),{"type":"string","name":"A"}]"#)
        == ["warning /1/name field-name-similar"])
    #expect(
      try Self.issues(
        #"[{"type":"string","name":"\u00e9"},{"type":"string","name":"e\u0301"}]"#)
        == ["warning /1/name field-name-similar"])
  }

  @Test(arguments: [
    (#"{"type":"struct","name":"s","fields":[]}"#, ["note /0/fields struct-empty"]),
    (
      #"{"type":"list","name":"l","items":{"type":"struct","fields":[]}}"#,
      ["note /0/items/fields struct-empty"]
    ),
    (#"{"type":"struct","name":"s","fields":[{"type":"string","name":"a"}]}"#, []),
    (#"{"type":"string","name":"a\u0001"}"#, ["warning /0/name field-name-control"]),
  ])
  func `warns as inference does`(field: String, issues: [String]) throws {
    #expect(try Self.issues("[\(field)]") == issues)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `finds exactly the duplicate names`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let variety = Int.random(in: 1...4000, using: &random)
    let names = (0..<2000).map { _ in "n\(Int.random(in: 0..<variety, using: &random))" }
    let fields = names.map { #"{"type":"string","name":"\#($0)"}"# }.joined(separator: ",")
    var seen: Set<String> = []
    let repeated = names.indices.filter { !seen.insert(names[$0]).inserted }
    #expect(
      try Self.issues("[\(fields)]")
        == repeated.map { "warning /\($0)/name field-name-duplicate" }, "seed \(seed)")
  }

  @Test func `reserves the catalog's own column`() throws {
    let column = #"{"type":"timestamp","name":"__ingest_ts"}"#
    #expect(try Self.issues("[\(column)]", .r2) == [])
    #expect(
      try Self.issues("[\(column)]", .catalog) == ["warning /0/name field-name-reserved"])
    #expect(
      try Self.issues(#"[{"type":"struct","name":"s","fields":[\#(column)]}]"#, .catalog) == [])
    #expect(try Self.issues(#"[{"type":"int32","name":"__ingest_ts_"}]"#, .catalog) == [])
  }

  @Test(
    arguments: [
      ("[]", []), (#"[{"type":"json","name":"value"}]"#, []),
      (#"[{"type":"json","name":"val"}]"#, ["note /0/name unstructured-columns"]),
      (#"[{"type":"string","name":"value"}]"#, ["note /0/name unstructured-columns"]),
      (
        #"[{"type":"json","name":"value"},{"type":"int32","name":"b"}]"#,
        ["note /1/name unstructured-columns"]
      ),
      (
        #"[{"type":"int32","name":"b"},{"type":"json","name":"value"}]"#,
        ["note /0/name unstructured-columns"]
      ),
      // Columns filled from source metadata do not count.
      (
        #"[{"type":"json","name":"value"},{"type":"int64","name":"b","metadata_key":"offset"}]"#, []
      ),
      // Nested fields are not columns.
      (
        #"[{"type":"json","name":"value"},{"type":"struct","name":"s","fields":[{"type":"int32","name":"x"}]}]"#,
        ["note /1/name unstructured-columns"]
      ),
    ] as [(String, [String])])
  func `requires one column if unstructured`(fields: String, expected: [String]) throws {
    #expect(
      try Self.issues(fields, format: #"{"type":"json","unstructured":true}"#) == expected)
    for format in [#"{"type":"json","unstructured":false}"#, #"{"type":"json"}"#] {
      #expect(try Self.issues(fields, format: format) == [])
    }
  }

  @Test func `rejects a string for unstructured`() throws {
    #expect(
      try Self.issues(
        #"[{"type":"int32","name":"b"}]"#, format: #"{"type":"json","unstructured":"true"}"#)
        == ["error /format/unstructured type"])
  }
}
