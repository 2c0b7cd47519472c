import SinkSpec
import TestSupport
import Testing

/// Tests the JSON Schema: an independent implementation must agree with the validator.
struct RequestSchemaTests {
  private static func isValid(_ payload: String) throws -> Bool {
    try !Payload.issues(payload).contains { $0.severity == .error }
  }

  /// Random payloads and single faults, except duplicates, which a schema cannot detect.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `agrees with the validator on random payloads`(seed: UInt64) throws {
    var random = RandomPayload(seed: seed)
    var payloads: [String] = []
    var damages: [Mutation?] = []
    for _ in 0..<250 {
      let payload = random.shuffled(random.payload())
      payloads.append(payload.text)
      damages.append(nil)
      for kind in Mutation.Kind.allCases where kind != .twice {
        guard let damage = Mutation(kind, in: payload, using: &random.random) else { continue }
        payloads.append(damage.tree.text)
        damages.append(damage)
      }
    }
    #expect(payloads.count > 1200)
    let faults = try SchemaValidator.faults(of: payloads, by: RequestSchema.text)
    for ((payload, damage), places) in zip(zip(payloads, damages), faults) {
      let comment = Comment("seed \(seed), \(damage.map { "\($0.kind)" } ?? "right"): \(payload)")
      #expect(try Self.isValid(payload) == places.isEmpty, comment)
      #expect((damage == nil) == places.isEmpty, comment)
      // A fault is reported once, rather than by every variant that it might belong to.
      guard let damage else { continue }
      #expect(
        places.allSatisfy { $0 == damage.pointer || $0 == damage.pointer.parent },
        "\(places) \(comment)")
    }
  }

  /// A pointer, its new value (`nil` removes the old one), and whether the payload is then valid.
  typealias Case = (Pointer, String?, Bool)

  private static let cases: [Case] = [
    ("/name", nil, false), ("/name", #""""#, false), ("/name", #""a""#, true),
    ("/name", "null", false), ("/name", "1", false), ("/name", text(128), true),
    ("/name", text(129), false), ("/name", text(128, of: "🙂"), true),
    ("/name", text(129, of: "🙂"), false), ("/name", text(64, of: "e\u{301}"), true),
    ("/name", text(65, of: "e\u{301}"), false), ("/name", text(128, of: #"\ud83d\ude42"#), true),
    ("/name", text(129, of: #"\u0000"#), false), ("/name", #""my-sink.2""#, true),
    ("/type", nil, false), ("/type", #""r2 ""#, false), ("/type", "null", false),
    ("/type", #"["r2"]"#, false), ("/type", #""R2""#, false), ("/nmae", #""a""#, false),
    ("/config", nil, true), ("/config", "null", false), ("/config", "{}", false),
    ("/config", "[]", false), ("/config/account_id", nil, false),
    ("/config/account_id", #""""#, true), ("/config/account_id", #""not a uri""#, true),
    ("/config/bucket", nil, false), ("/config/bucket", #""A""#, true),
    ("/config/extra", "null", false), ("/config/rolling_policy", "{}", true),
    ("/config/rolling_policy", "null", false), ("/config/rolling_policy", "[]", false),
    ("/config/rolling_policy/interval", "1", false),
    ("/format", nil, true), ("/format", "null", false), ("/format", "{}", false),
    ("/format", #"{"type":"avro"}"#, false), ("/format", #"{"type":"json"}"#, true),
    ("/format", #"{"type":"json","compression":"gzip"}"#, true),
    ("/format", #"{"type":"json","compression":"zstd"}"#, false),
    ("/$schema", #""https://example.com""#, true), ("/$schema", "1", false),
    ("/format", #"{"type":"parquet","compression":"lz4"}"#, true),
    ("/format", #"{"type":"parquet","compression":null}"#, false),
    ("/format", #"{"type":"parquet","unstructured":true}"#, false),
    ("/format", #"{"type":"json","unstructured":"true"}"#, false),
    ("/format", #"{"compression":"gzip"}"#, false),
    ("/format", #"{"type":"parquet","row_group_bytes":null}"#, true),
    ("/schema", "{}", true), ("/schema", "null", false), ("/schema/fields", "[]", true),
    ("/schema/fields", "null", false), ("/schema/fields", "{}", false),
    ("/schema/fields", "[null]", false), ("/schema/fields", "[{}]", false),
    ("/schema/inferred", "null", true), ("/schema/inferred", "0", false),
    ("/schema/format", #"{"type":"json"}"#, true),
    ("/schema/format", #"{"type":"json","row_group_bytes":1}"#, false),
  ]

  private static func text(_ count: Int, of character: String = "a") -> String {
    "\"" + String(repeating: character, count: count) + "\""
  }

  /// Values at and just beyond the bounds of each number, and values that are not integers.
  private static let numbers: [Case] =
    [("/config/rolling_policy/file_size_bytes", true), ("/format/row_group_bytes", true)]
    .flatMap { pointer, _ in [(pointer, "0", true), (pointer, "-0", true), (pointer, "-1", false)] }
    + ["/config/rolling_policy/inactivity_seconds", "/config/rolling_policy/interval_seconds"]
    .flatMap { [($0, "1", true), ($0, "0", false), ($0, "-0", false), ($0, "-1", false)] }
    + [
      "/config/rolling_policy/file_size_bytes", "/config/rolling_policy/inactivity_seconds",
      "/config/rolling_policy/interval_seconds",
    ].flatMap { pointer -> [Case] in
      [
        (pointer, "18446744073709551615", true), (pointer, "18446744073709551616", false),
        (pointer, "9007199254740993", true), (pointer, "1.5", false), (pointer, "null", false),
        (pointer, "\"1\"", false), (pointer, "true", false), (pointer, "1e999", false),
        (pointer, "1e-1", false),
      ]
    }
    + [
      ("/format/row_group_bytes", "9223372036854775807", true),
      ("/format/row_group_bytes", "9223372036854775808", false),
    ]

  /// Fields, each as the only one of a schema.
  private static let fields: [(String, Bool)] = [
    (#"{"type":"int32"}"#, true), (#"{"type":"int8"}"#, false), (#"{"name":"a"}"#, false),
    (#"{"type":"string","name":null,"metadata_key":null}"#, true),
    (#"{"type":"string","name":""}"#, true), (#"{"type":"string","name":1}"#, false),
    (#"{"type":"string","sql_name":null}"#, false), (#"{"type":"bool","required":null}"#, false),
    (#"{"type":"timestamp","unit":"second"}"#, true), (#"{"type":"timestamp","unit":"s"}"#, false),
    (#"{"type":"int64","unit":"second"}"#, false), (#"{"type":"json","fields":[]}"#, false),
    (#"{"type":"struct"}"#, false), (#"{"type":"struct","fields":[]}"#, true),
    (#"{"type":"struct","fields":{}}"#, false), (#"{"type":"struct","items":{}}"#, false),
    (#"{"type":"list"}"#, false), (#"{"type":"list","items":{"type":"string"}}"#, true),
    (#"{"type":"list","items":[]}"#, false), (#"{"type":"list","items":{}}"#, false),
    (#"{"type":"list","items":{"type":"list","items":{"type":"struct","fields":[{}]}}}"#, false),
    (#"{"type":"struct","fields":[{"type":"list","items":{"type":"binary"}}]}"#, true),
  ]

  @Test(arguments: [Payload.SinkKind.r2, .catalog])
  func `agrees at the bounds of numbers`(kind: Payload.SinkKind) throws {
    let base = try Payload.of(kind).setting("/schema/fields", "[]")
    let fields: [Case] = Self.fields.map { ("/schema/fields", "[\($0)]", $1) }
    let own: [(String, Bool)] =
      ["credentials", "file_naming", "jurisdiction", "partitioning", "path"].map {
        ($0, kind == .r2)
      } + ["token", "table_name", "namespace"].map { ($0, kind == .catalog) }
    let arms: [Case] = own.map { name, isOwn in
      let value =
        ["file_naming", "partitioning"].contains(name)
        ? "{}"
        : name == "credentials" ? #"{"access_key_id":"","secret_access_key":""}"# : #""""#
      return (Pointer("/config").appending(name), value, isOwn)
    }
    try expect(Self.cases + Self.numbers + fields + arms, in: base)
  }

  private func expect(_ cases: [Case], in base: Payload) throws {
    let payloads = try cases.map { try base.setting($0.0, $0.1).tree.text }
    let faults = try SchemaValidator.faults(of: payloads, by: RequestSchema.text)
    for ((row, payload), places) in zip(zip(cases, payloads), faults) {
      #expect(places.isEmpty == row.2, "\(payload): \(places)")
      #expect(try Self.isValid(payload) == row.2, "\(payload)")
    }
  }

  /// The exceptions listed in `$comment`: a schema accepts 1.0 as an integer, and cannot detect
  /// duplicate members.
  @Test func `differs from the validator only as documented`() throws {
    let base = try Payload.of(.r2).setting("/config/rolling_policy", #"{"interval_seconds":300}"#)
      .tree.text
    let number = #""interval_seconds":"#
    let payloads = [
      base.replacing(number + "300", with: number + "300.0"),
      base.replacing(number + "300", with: number + "3e2"),
      base.replacing(number + "300", with: number + "0," + number + "300"),
    ]
    let faults = try SchemaValidator.faults(of: payloads, by: RequestSchema.text)
    #expect(faults == [[], [], []])
    let rules = try payloads.map { try Payload.issues($0).map(\.rule) }
    #expect(rules == [["type"], ["type"], ["minimum", "duplicate-member"]])
    for word in ["duplicate-member", "1.0", "3e2", "512"] {
      #expect(RequestSchema.text.contains(word), "\(word)")
    }
  }

  @Test(arguments: ["[]", "null", "1", #""r2""#, "{}"])
  func `rejects values that are not requests`(payload: String) throws {
    let faults = try SchemaValidator.faults(of: [payload], by: RequestSchema.text)
    #expect(faults != [[]])
    #expect(try !Self.isValid(payload))
  }

  /// Otherwise, a rule that the schema cannot express would be missing without notice.
  @Test func `expresses every rule of the reference`() {
    for parameter in SinkDescription.all() + SchemaFieldDescription.members {
      for rule in parameter.rules where rule.severity == .error {
        #expect(rule.length != nil, "\(parameter.pointer) \(rule.name)")
      }
      #expect(parameter.missingRule?.source != .reference, "\(parameter.pointer)")
    }
  }

  @Test func `is JSON in reference order with descriptions`() throws {
    let document = try JSONDocument(parsing: Array(RequestSchema.text.utf8))
    let properties = try #require(document.value(at: "/properties"))
    #expect(
      document.members(properties).map { document.string($0.name) }
        == ["name", "type", "config", "format", "schema", "$schema"])
    #expect(
      document.value(at: "/$id").map { document.literal($0) } == "\"urn:sinkwizard:create-sink\"")
    for parameter in SinkDescription.all() + SchemaFieldDescription.members {
      let description = "\"description\": " + JSONText.string(parameter.help).dropLast()
      #expect(RequestSchema.text.contains(description), "\(parameter.pointer)")
    }
  }

  /// The keywords that VS Code's JSON language server adds to the standard.
  @Test func `explains values and rules to editors`() throws {
    let document = try JSONDocument(parsing: Array(RequestSchema.text.utf8))
    func texts(_ pointer: Pointer) throws -> [String] {
      let list = try #require(document.value(at: pointer))
      return document.elements(list).compactMap { document.string($0) }
    }
    let type = try #require(SinkDescription.request.members.first { $0.name == "type" })
    #expect(try texts("/properties/type/enum") == type.choices.map(\.value))
    #expect(try texts("/properties/type/enumDescriptions").count == type.choices.count)
    let name = try #require(document.value(at: "/properties/name/markdownDescription"))
    let markdown = try #require(document.string(name))
    #expect(markdown.hasPrefix("The name of the sink: 1–128 characters."))
    #expect(markdown.contains("\n\n- error `length`: "))
    #expect(markdown.contains("\n- warning `sink-name-characters`: "))
  }
}
