import SinkSpec
import TestSupport
import Testing

/// Tests the validation of unknown, misplaced, duplicate and missing members.
struct ShapeTests {
  @Test(arguments: ["null", "[]", "5", "\"a\"", "true"])
  func `requires an object`(text: String) throws {
    #expect(try Payload.issues(of: text) == ["error  type"])
  }

  @Test func `lists the missing members of an empty request`() throws {
    #expect(
      try Payload.issues(of: "{}") == [
        "error /name required", "error /type required", "warning /config config-missing",
        "warning /format format-missing",
      ])
  }

  @Test(
    arguments: [
      (Payload.SinkKind.r2, "/config", "error /config/account_id required"),
      (.r2, "/config", "error /config/bucket required"),
      (.r2, "/config", "error /config/credentials required"),
      (.r2, "/config/credentials", "error /config/credentials/access_key_id required"),
      (.r2, "/config/credentials", "error /config/credentials/secret_access_key required"),
      (.catalog, "/config", "error /config/token required"),
      (.catalog, "/config", "error /config/account_id required"),
      (.catalog, "/config", "error /config/bucket required"),
      (.catalog, "/config", "error /config/table_name required"),
      (.r2, "", "error /name required"), (.r2, "", "warning /config config-missing"),
      (.r2, "", "warning /format format-missing"), (.catalog, "", "error /name required"),
      (.r2, "/format", "error /format/type required"),
    ] as [(Payload.SinkKind, Pointer, String)])
  func `reports a missing member at its parent`(
    kind: Payload.SinkKind, holder: Pointer, expected: String
  ) throws {
    let pointer = Pointer(String(expected.split(separator: " ")[1]))
    let text = try Payload.of(kind).setting(pointer, nil).tree.text
    #expect(try Payload.issues(of: text) == [expected])
    let document = try JSONDocument(parsing: Array(text.utf8))
    let place = try #require(document.value(at: holder))
    #expect(try Payload.issues(text).map(\.offset) == [document.offset(place)])
  }

  @Test func `requires no type-specific members for an unknown type`() throws {
    for type in [nil, "\"r3\"", "7", "null"] {
      let payload = try Payload.of(.r2).setting("/type", type)
      let rule = type == nil ? "required" : type == "\"r3\"" ? "choice" : "type"
      let error = ["error /type \(rule)"]
      #expect(try payload.issues() == error)
      #expect(try payload.setting("/config/credentials", nil).issues() == error)
      #expect(try payload.setting("/config/credentials", "{}").issues() == error)
      // Members of both types are accepted and validated.
      #expect(
        try payload.setting("/config/token", "\"t\"").setting("/config/table_name", "5")
          .setting("/config/path", "\"a//b\"").issues().sorted()
          == (error + ["error /config/table_name type", "note /config/path path-shape"]).sorted())
      #expect(
        try payload.setting("/config/bucket", nil).issues().sorted()
          == (error + ["error /config/bucket required"]).sorted())
    }
  }

  @Test(arguments: [
    (Payload.SinkKind.r2, "token", "\"a\""), (.r2, "table_name", "5"), (.r2, "namespace", "null"),
    (.catalog, "credentials", "{}"), (.catalog, "file_naming", "{\"prefix\":5}"),
    (.catalog, "jurisdiction", "\"eu\""), (.catalog, "partitioning", "null"),
    (.catalog, "path", "\"a\""),
  ])
  func `rejects members of the other type`(
    kind: Payload.SinkKind, name: String, literal: String
  ) throws {
    let pointer = Pointer("/config").appending(name)
    let text = try Payload.of(kind).setting(pointer, literal).tree.text
    let issues = try Payload.issues(text)
    #expect(
      issues.map { "\($0.severity) \($0.pointer) \($0.rule)" }
        == ["error \(pointer) unknown-member"])
    let other = kind == .r2 ? "r2_data_catalog" : "r2"
    #expect(issues.first?.message.contains("only valid for sinks of type \(other)") == true)
  }

  @Test(
    arguments: [
      ("/config/rollingPolicy", "rolling_policy"), ("/config/rolling-policy", "rolling_policy"),
      ("/config/bukcet", "bucket"), ("/config/Bucket", "bucket"), ("/nmae", "name"),
      ("/config/credentials/access_key", "access_key_id"),
      ("/config/credentials/secretAccessKey", "secret_access_key"),
      ("/format/compresion", "compression"), ("/schema/field", "fields"),
      ("/formats", "format"), ("/config/rolling_policy/intervall_seconds", "interval_seconds"),
      ("/config/partitioning/timePattern", "time_pattern"),
      ("/config/file_naming/sufix", "suffix"), ("/config/accountId", "account_id"),
      // Similar only to a member of the other type.
      ("/config/tabel_name", nil), ("/zzz", nil), ("/account", nil), ("/config/x", nil),
      ("/format/unstructurd", nil), ("/", nil), ("/config/~0~1", nil),
    ] as [(Pointer, String?)])
  func `suggests the nearest member`(pointer: Pointer, nearest: String?) throws {
    let text = try Payload.of(.r2).setting(pointer, "{\"a\":[]}").tree.text
    let issues = try Payload.issues(text)
    #expect(
      issues.map { "\($0.severity) \($0.pointer) \($0.rule)" }
        == ["error \(pointer) unknown-member"])
    let issue = try #require(issues.first)
    #expect(
      issue.message == "unknown property"
        + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
    // The offset is that of the name.
    #expect(issue.offset == Self.offset(of: pointer.lastToken, in: text))
  }

  /// Returns the offset of the last member with the given name, found by text search.
  private static func offset(of name: String, in text: String) -> Int? {
    let wanted = Array((JSONText.string(name) + ":").utf8)
    let bytes = Array(text.utf8)
    return bytes.indices.last { bytes[$0...].starts(with: wanted) }
  }

  @Test(
    arguments: [
      (#"{"name":"a","name":"b","#, "/name"), (#"{"name":"a","n\u0061me":"b","#, "/name"),
    ] as [(String, Pointer)])
  func `reports a duplicate member at the second one`(head: String, pointer: Pointer) throws {
    let rest = try Payload.of(.r2).tree.text.dropFirst(#"{"name":"my_sink","#.count)
    let issues = try Payload.issues(head + rest)
    #expect(issues.map(\.rule) == ["duplicate-member"])
    #expect(issues.first?.pointer == pointer)
    #expect(issues.first?.severity == .error)
    #expect(issues.first?.offset == #"{"name":"a","#.utf8.count)
  }

  @Test func `validates each of several duplicates`() throws {
    let text = #"{"x":1,"x":2,"x":3}"#
    let issues = try Payload.issues(text).filter { $0.pointer == "/x" }
    #expect(
      issues.map { "\($0.offset) \($0.rule)" } == [
        "1 unknown-member", "7 duplicate-member", "7 unknown-member", "13 duplicate-member",
        "13 unknown-member",
      ])
  }

  /// The last of several duplicates counts in rules that refer to other members.
  @Test func `uses the last of several duplicates`() throws {
    let payload = try Payload.of(.catalog).tree.text.dropFirst()
    #expect(
      try Payload.issues(of: #"{"type":"r2","# + payload)
        == ["error /type duplicate-member"])
    let schema = #"{"fields":[{"type":"int32","type":"timestamp","unit":"second","name":"a"}]}"#
    let text = try Payload.of(.r2).tree.text.dropLast() + #","schema":"# + schema + "}"
    #expect(try Payload.issues(of: text) == ["error /schema/fields/0/type duplicate-member"])
  }

  @Test(arguments: ["null", "true", "5", "\"a\"", "[]", "{}"])
  func `requires the type of each member`(literal: String) throws {
    let kinds: [(Payload.SinkKind, Pointer, String)] = [
      (.r2, "/name", "string"), (.r2, "/type", "string"), (.r2, "/config", "object"),
      (.r2, "/config/bucket", "string"), (.r2, "/config/credentials", "object"),
      (.r2, "/config/credentials/access_key_id", "string"),
      (.r2, "/config/file_naming", "object"), (.r2, "/config/file_naming/prefix", "string"),
      (.r2, "/config/file_naming/strategy", "string"),
      (.r2, "/config/partitioning", "object"),
      (.r2, "/config/partitioning/time_pattern", "string"),
      (.r2, "/config/rolling_policy", "object"),
      (.r2, "/config/rolling_policy/file_size_bytes", "number"),
      (.r2, "/config/rolling_policy/inactivity_seconds", "number"),
      (.r2, "/config/rolling_policy/interval_seconds", "number"),
      (.catalog, "/config/token", "string"), (.catalog, "/config/table_name", "string"),
      (.catalog, "/config/namespace", "string"), (.catalog, "/config/rolling_policy", "object"),
      (.r2, "/format", "object"), (.r2, "/format/type", "string"),
      (.r2, "/format/compression", "string"), (.r2, "/schema", "object"),
      (.r2, "/schema/fields", "array"), (.r2, "/schema/format", "object"),
    ]
    let given =
      ["null": "null", "true": "true", "5": "number", "\"a\"": "string", "[]": "array"][literal]
      ?? "object"
    for (kind, pointer, wanted) in kinds {
      let issues = try Row(kind, pointer, literal).issues()
      let isMistyped = issues.contains("error \(pointer) type")
      #expect(isMistyped == (wanted != given), "\(pointer): \(issues)")
    }
  }

  @Test(
    arguments: [
      (#""\ud800""#, true), (#""\uDFFF""#, true), (#""\ud800\ud800""#, true),
      (#""\udc00\ud800""#, true), (#""a\\\ud83d\u0041""#, true), (#""\ud83d\ude00\ud83d""#, true),
      (#""\ud83d\ude00""#, false), (#""\\ud800""#, false), (#""\ud7ff\ue000""#, false),
    ] as [(String, Bool)])
  func `rejects unpaired surrogates`(literal: String, isHalf: Bool) throws {
    let text = try Payload.of(.r2).tree.text
    let path = text.replacing("\"config\":{", with: "\"config\":{\"path\":\(literal),")
    #expect(
      try Payload.issues(of: path).contains("error /config/path lone-surrogate") == isHalf)
    let member = "{\(literal):1," + text.dropFirst()
    #expect(try Payload.issues(of: member).contains { $0.hasSuffix("lone-surrogate") } == isHalf)
  }

  @Test func `canonically equivalent names are different`() throws {
    let text = try Payload.of(.r2).tree.text
    let twice = "{\"\u{E9}\":1,\"e\u{301}\":2," + text.dropFirst()
    #expect(
      try Payload.issues(of: twice).map { $0.split(separator: " ").last } == [
        "unknown-member", "unknown-member",
      ])
  }

  @Test(arguments: [16, 17, 40])
  func `validates objects of any number of members`(count: Int) throws {
    let members = (0..<count).map {
      Parameter(Pointer("/member_\($0)"), .flag, required: true)
    }
    let object = Parameter("", .object(members))
    let pairs = members.dropLast().map { "\"\($0.name)\": true" }
    func rules(_ pairs: [String]) throws -> [String] {
      let text = "{\(pairs.joined(separator: ","))}"
      return Validator.issues(
        of: try JSONDocument(parsing: Array(text.utf8)), as: object, base: .root,
        context: RequestContext()
      ).map { "\($0.pointer) \($0.rule)" }
    }
    let last = "member_\(count - 1)"
    #expect(try rules(pairs) == ["/\(last) required"])
    #expect(try rules(pairs + ["\"\(last)\": true"]) == [])
    #expect(try rules(pairs + ["\"\(last)\": 5"]) == ["/\(last) type"])
    #expect(
      try rules(pairs + ["\"\(last)\": true", "\"\(last)\": true"])
        == ["/\(last) duplicate-member"])
  }
}
