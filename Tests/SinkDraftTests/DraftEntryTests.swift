import SinkSpec
import TestSupport
import Testing

@testable import SinkDraft

/// Tests how single entries become JSON.
struct DraftEntryTests {
  private static let account = "0123105f4ecef8ad9ca31a8372d0c353"
  private static let size: Pointer = "/config/rolling_policy/file_size_bytes"
  private static let interval: Pointer = "/config/rolling_policy/interval_seconds"
  private static let rowGroup: Pointer = "/format/row_group_bytes"

  private static func tree(_ draft: Draft, _ secrets: SecretStyle = .shown) throws -> PayloadTree {
    try PayloadTree(parsing: draft.request.text(secrets: secrets))
  }

  private static func filled(_ type: String = "r2") -> Draft {
    var draft = Draft(account: account)
    draft["/name"] = .text("my_sink")
    draft["/type"] = .text(type)
    draft["/config/bucket"] = .text("events")
    draft["/config/credentials/access_key_id"] = .text("s3cretID")
    draft["/config/credentials/secret_access_key"] = .text("${MY_KEY}")
    draft["/config/token"] = .text("s3cretToken")
    draft["/config/table_name"] = .text("events")
    return draft
  }

  @Test func `is valid JSON from the start`() throws {
    #expect(
      Draft().request.text(secrets: .shown) == """
        {
          "type": "r2",
          "config": {
            "credentials": {}
          },
          "format": {
            "type": "parquet"
          }
        }

        """)
    #expect(
      DraftValidation(of: Draft()).issues.map(\.rule) == Array(repeating: "required", count: 6))
  }

  @Test(
    arguments: [
      (size, "100MB", "100000000"), (size, "100 MiB", "104857600"), (size, "1.5g", "1610612736"),
      (size, "18446744073709551615", "18446744073709551615"), (size, "007", "7"),
      (size, " 5 ", "5"), (size, "0", "0"),
      (interval, "5m", "300"), (interval, "1h30m", "5400"),
      (
        interval, "18446744073709551615",
        "18446744073709551615"
      ),
      (rowGroup, "128 MiB", "134217728"), (rowGroup, "9223372036854775807", "9223372036854775807"),
    ] as [(Pointer, String, String)])
  func `sends numbers exactly`(pointer: Pointer, typed: String, sent: String) throws {
    var draft = Self.filled()
    draft[pointer] = .text(typed)
    #expect(try Self.tree(draft)[pointer] == .literal(sent))
    #expect(!DraftValidation(of: draft).issues(at: pointer).contains { $0.severity == .error })
  }

  @Test(
    arguments: [
      (size, "5x", "is not a unit of size"), (size, "18446744073709551616", "must be at most"),
      (size, "", "expected a size such as"), (size, "1.5", "is not a whole number of bytes"),
      (size, "-1", "must not be negative"),
      (rowGroup, "9223372036854775808", "must be at most 9223372036854775807 bytes"),
      (rowGroup, "8388608t", "must be at most 9223372036854775807 bytes"),
      (interval, "5x", "x is not a unit of time"), (interval, "1.5m", "write whole numbers only"),
    ] as [(Pointer, String, String)])
  func `explains why text is not a number`(
    pointer: Pointer, typed: String, message: String
  ) throws {
    var draft = Self.filled()
    draft[pointer] = .text(typed)
    #expect(try Self.tree(draft)[pointer] == .literal(JSONText.string(typed)))
    let issues = DraftValidation(of: draft).issues(at: pointer)
    #expect(issues.map(\.rule) == ["type"])
    #expect(issues.allSatisfy { $0.message.contains(message) && $0.severity == .error })
  }

  @Test(
    arguments: [
      (size, "\"5\""), (size, "1.0"), (size, "1e3"), (size, "-0"), (size, "null"),
      (size, "[ 1, 2 ]"),
      (size, "18446744073709551616"), (rowGroup, "9223372036854775808"), (rowGroup, "null"),
      ("/name", "5"), ("/name", "{\"a\": 1}"), ("/config/bucket", "null"), ("/type", "7"),
      ("/config/credentials/access_key_id", "12"), ("/format/compression", "9"),
      ("/schema/inferred", "\"yes\""), ("/schema/inferred", "null"),
    ] as [(Pointer, String)])
  func `keeps a raw value until it is edited`(pointer: Pointer, literal: String) throws {
    let text = try Self.tree(Self.filled()).setting(pointer, .literal(literal)).text
    let document = try JSONDocument(parsing: Array(text.utf8))
    var draft = Draft(reading: document, account: .notSet)
    #expect(draft[pointer] == .raw(literal))
    #expect(try Self.tree(draft)[pointer] == PayloadTree(parsing: literal))
    #expect(draft.request.text(secrets: .shown).contains(literal))
    draft[pointer] = .text("1")
    let sent = try #require(try Self.tree(draft)[pointer])
    #expect([.literal("1"), .literal("\"1\"")].contains(sent))
  }

  @Test func `writes secrets in the requested style`() throws {
    let draft = Self.filled()
    let id: Pointer = "/config/credentials/access_key_id"
    let key: Pointer = "/config/credentials/secret_access_key"
    #expect(try Self.tree(draft)[id] == .literal(#""s3cretID""#))
    #expect(try Self.tree(draft, .referenced)[id] == .literal(#""${R2_ACCESS_KEY_ID}""#))
    #expect(try Self.tree(draft, .masked)[id] == .literal(#""••••••••""#))
    for style in [SecretStyle.shown, .referenced, .masked] {
      #expect(try Self.tree(draft, style)[key] == .literal(#""${MY_KEY}""#))
      #expect(!draft.request.text(secrets: style).contains("s3cretToken"))
    }
    let catalog = Self.filled("r2_data_catalog")
    #expect(
      try Self.tree(catalog, .referenced)["/config/token"] == .literal(#""${R2_CATALOG_TOKEN}""#))
    let lines = DraftValidation(of: draft).lines
    #expect(lines.lines(from: 0, count: lines.count).allSatisfy { !$0.text.contains("s3cret") })
  }

  @Test func `copies the account to the bucket until that is edited`() throws {
    let pointer: Pointer = "/config/account_id"
    var draft = Draft()
    #expect(!draft.isFollowing(pointer))
    #expect(try Self.tree(draft)[pointer] == nil)
    draft["/account_id"] = .text("abc")
    #expect(draft.isFollowing(pointer))
    #expect(try Self.tree(draft)[pointer] == .literal("\"abc\""))
    draft[pointer] = .text("def")
    draft["/account_id"] = .text("ghi")
    #expect(!draft.isFollowing(pointer))
    #expect(try Self.tree(draft)[pointer] == .literal("\"def\""))
    draft[pointer] = .notSet
    #expect(try Self.tree(draft)[pointer] == .literal("\"ghi\""))
    draft[pointer] = .text("")
    #expect(try Self.tree(draft)[pointer] == .literal("\"\""))
  }

  @Test func `requires the account of the URL`() {
    var draft = Self.filled()
    #expect(DraftValidation(of: draft).issues.isEmpty)
    draft["/account_id"] = .notSet
    draft["/config/account_id"] = .text(Self.account)
    #expect(DraftValidation(of: draft).issues.map(\.rule) == ["required"])
    draft["/account_id"] = .text("")
    #expect(DraftValidation(of: draft).issues.map(\.rule) == ["account-id-empty"])
    draft["/account_id"] = .text("A")
    #expect(
      DraftValidation(of: draft).issues.map(\.rule) == ["account-id-shape", "account-id-differs"])
  }

  @Test func `keeps shared values when the type changes, and restores the others`() throws {
    var draft = Self.filled()
    draft["/config/path"] = .text("raw")
    draft[Self.interval] = .text("5m")
    draft["/config/namespace"] = .text("ns")
    let before = try Self.tree(draft)
    #expect(before["/config/path"] == .literal("\"raw\""))
    #expect(before["/config/token"] == nil)
    draft["/type"] = .text("r2_data_catalog")
    let catalog = try Self.tree(draft)
    #expect(
      catalog["/config"]?.pointers().dropFirst().map(\.text) == [
        "/token", "/account_id", "/bucket", "/table_name", "/namespace", "/rolling_policy",
        "/rolling_policy/interval_seconds",
      ])
    #expect(!DraftValidation(of: draft).issues.contains { $0.severity == .error })
    draft["/type"] = .text("r2")
    #expect(try Self.tree(draft) == before)
  }

  @Test func `keeps the options of each format`() throws {
    var draft = Self.filled()
    draft["/format/compression"] = .text("gzip")
    draft["/format/unstructured"] = .text("true")
    #expect(try Self.tree(draft)["/format"]?.text == #"{"type":"parquet","compression":"gzip"}"#)
    draft["/format/type"] = .text("json")
    #expect(
      try Self.tree(draft)["/format"]?.text
        == #"{"type":"json","unstructured":true,"compression":"gzip"}"#)
    draft["/format/type"] = .text("parquet")
    #expect(try Self.tree(draft)["/format"]?.text == #"{"type":"parquet","compression":"gzip"}"#)
  }

  /// JSON files support only some of the codecs.
  @Test func `keeps a value that only another format has, and sends it with that format`() throws {
    var draft = Self.filled()
    draft["/format/compression"] = .text("zstd")
    draft["/format/type"] = .text("json")
    #expect(try Self.tree(draft)["/format"]?.text == #"{"type":"json"}"#)
    #expect(draft.effective("/format/compression") == .notSet)
    #expect(draft.ownType(beside: "/format/compression") == "json")
    draft["/format/type"] = .text("parquet")
    #expect(try Self.tree(draft)["/format"]?.text == #"{"type":"parquet","compression":"zstd"}"#)
    draft["/format/type"] = .text("csv")
    #expect(draft.effective("/format/compression") == .text("zstd"))
    #expect(draft.ownType(beside: "/type") == nil)
  }

  @Test func `has the configuration of a catalog under either of its types`() throws {
    var draft = Self.filled("r2_data_catalog")
    let before = try Self.tree(draft)["/config"]
    draft["/type"] = .text("basin_catalog")
    #expect(try Self.tree(draft)["/config"] == before)
  }

  /// While the type is unknown, existing values stay visible and nothing is required.
  @Test func `shows the fields of both types while the type is unknown`() throws {
    var draft = Self.filled()
    draft["/format/compression"] = .text("gzip")
    for type in [Entry.notSet, .text("r3"), .raw("7")] {
      draft["/type"] = type
      draft["/format/type"] = type
      let tree = try Self.tree(draft)
      #expect(tree["/config/token"] == .literal(#""s3cretToken""#))
      #expect(tree["/config/credentials/access_key_id"] == .literal(#""s3cretID""#))
      #expect(tree["/format/compression"] == .literal(#""gzip""#))
      #expect(tree["/config/path"] == nil)
      var empty = Draft(account: Self.account)
      empty["/type"] = type
      #expect(try Self.tree(empty)["/config"]?.pointers().count == 2)
      #expect(
        !DraftValidation(of: empty).issues.contains { $0.pointer.isWithin("/config/credentials") })
    }
  }
}
