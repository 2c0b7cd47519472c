import SinkSpec
import TestSupport
import Testing

/// Tests rules for the name, type and account.
struct NameRulesTests {
  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: [Payload.SinkKind.r2, .catalog])
  func `accepts a valid payload`(kind: Payload.SinkKind) throws {
    #expect(try Payload.of(kind).issues(account: Payload.account) == [])
  }

  @Test(arguments: [
    Row.text("/name", "", ["error length"]),
    .text("/name", "a"), .text("/name", "_"), .text("/name", repeated("a", 128)),
    .text("/name", repeated("a", 129), ["error length"]),
    // Counted in code points like the reference's maxLength, not in bytes or characters.
    .text("/name", repeated("é", 128), ["warning sink-name-characters"]),
    .text("/name", repeated("🙂", 128), ["warning sink-name-characters"]),
    .text("/name", repeated("🙂", 129), ["error length", "warning sink-name-characters"]),
    .text("/name", repeated("e\u{301}", 64), ["warning sink-name-characters"]),
    .text(
      "/name", repeated("e\u{301}", 64) + "e", ["error length", "warning sink-name-characters"]),
    .text("/name", "my-sink", ["warning sink-name-characters"]),
    .text("/name", "my sink", ["warning sink-name-characters"]),
    .text("/name", "my\nsink", ["warning sink-name-characters"]),
    .text("/name", "🙂", ["warning sink-name-characters"]),
    .text("/name", "_1Aa"), .text("/name", "SELECT", ["note sink-name-sql"]),
    .text("/name", "_1aa"), .text("/name", "1a", ["note sink-name-sql"]),
    // The engine's table names ignore case, and quotes break them.
    .text("/name", "mySink"),
    .text("/name", "${NAME}", ["warning sink-name-characters", "note literal-reference"]),
    .text("/name", "select", ["note sink-name-sql"]), .text("/name", "selects"),
    .text("/name", "table", ["note sink-name-sql"]), .text("/name", "a_table"),
    Row("/name", "5", ["error type"]), Row("/name", "null", ["error type"]),
    Row("/name", "true", ["error type"]), Row("/name", "{}", ["error type"]),
    Row("/name", "[]", ["error type"]),
  ])
  func `validates the name`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  @Test(arguments: [
    Row.text("/config/account_id", "", ["warning account-id-shape"]),
    .text(
      "/config/account_id", "${CLOUDFLARE_ACCOUNT_ID}",
      ["warning account-id-shape", "note literal-reference"]),
    .text("/config/account_id", Payload.account),
    .text("/config/account_id", repeated("a", 31), ["warning account-id-shape"]),
    .text("/config/account_id", repeated("0", 32)),
    .text("/config/account_id", repeated("f", 33), ["warning account-id-shape"]),
    .text("/config/account_id", repeated("F", 32), ["warning account-id-shape"]),
    .text("/config/account_id", repeated("g", 32), ["warning account-id-shape"]),
    .text("/config/account_id", repeated("b\u{301}", 32), ["warning account-id-shape"]),
    .text(.catalog, "/config/account_id", "https://a.b", ["warning account-id-shape"]),
    Row("/config/account_id", "1", ["error type"]),
    Row("/config/account_id", "null", ["error type"]),
  ])
  func `validates the account of the bucket`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  @Test func `reports an account that differs from the URL`() throws {
    let other = Self.repeated("a", 32)
    #expect(
      try Payload.of(.r2).issues(account: other) == ["note /config/account_id account-id-differs"])
    #expect(try Payload.of(.r2).issues(account: "") == [])
    #expect(try Payload.of(.r2).issues(account: nil) == [])
  }

  @Test(
    arguments: [
      ("", ["error account-id-empty"]), (Payload.account, []), ("a", ["warning account-id-shape"]),
      (Payload.account + "0", ["warning account-id-shape"]),
      ("../sinks", ["warning account-id-shape"]),
    ] as [(String, [String])])
  func `validates the account in the URL`(text: String, expected: [String]) {
    let issues = Validator.issues(ofText: text, as: SinkDescription.account)
    #expect(issues.map { "\($0.severity) \($0.rule)" } == expected)
    #expect(issues.allSatisfy { $0.pointer == "/account_id" })
  }

  @Test(arguments: [
    (#""R2""#, #"did you mean "r2"?"#),
    (#""r2_data_catalogs""#, #"did you mean "r2_data_catalog"?"#),
    (#""r2-data-catalog""#, #"did you mean "r2_data_catalog"?"#),
    (#""basin-catalog""#, #"did you mean "basin_catalog"?"#),
    (#""""#, "one of r2, r2_data_catalog, basin_catalog"),
  ])
  func `rejects an unknown type`(literal: String, advice: String) throws {
    let text = try Payload.of(.r2).setting("/type", literal).tree.text
    let issues = try Payload.issues(text)
    #expect(issues.map(\.rule) == ["choice"])
    #expect(issues.first?.message.hasSuffix(advice) == true)
  }

  @Test(arguments: ["null", "2", "true", "[]", "{}"])
  func `rejects a type that is not a string`(literal: String) throws {
    #expect(try Row("/type", literal).issues() == ["error /type type"])
  }
}
