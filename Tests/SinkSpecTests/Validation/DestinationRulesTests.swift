import SinkSpec
import TestSupport
import Testing

/// Tests rules for the bucket, table, credentials and parts of the object key.
struct DestinationRulesTests {
  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: [
    Row.text("/config/bucket", "", ["warning bucket-name"]),
    .text("/config/bucket", "ab", ["warning bucket-name"]), .text("/config/bucket", "abc"),
    .text("/config/bucket", repeated("a", 63)),
    .text("/config/bucket", repeated("a", 64), ["warning bucket-name"]),
    .text("/config/bucket", "a-b"), .text("/config/bucket", "1-2"),
    .text("/config/bucket", "-ab", ["warning bucket-name"]),
    .text("/config/bucket", "ab-", ["warning bucket-name"]),
    .text("/config/bucket", "---", ["warning bucket-name"]),
    .text("/config/bucket", "Abc", ["warning bucket-name"]),
    .text("/config/bucket", "a_b", ["warning bucket-name"]),
    .text("/config/bucket", "a.b", ["warning bucket-name"]),
    .text("/config/bucket", "a b", ["warning bucket-name"]),
    .text("/config/bucket", "🙂🙂🙂", ["warning bucket-name"]),
    .text("/config/bucket", "événements", ["warning bucket-name"]),
    // A letter with a combining mark and no precomposed form.
    .text("/config/bucket", "b\u{301}ucket", ["warning bucket-name"]),
    Row("/config/bucket", "7", ["error type"]), Row("/config/bucket", "null", ["error type"]),
    .text(.catalog, "/config/bucket", "ab", ["warning bucket-name"]),
  ])
  func `validates the bucket`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  @Test(arguments: [
    Row.text("/config/jurisdiction", "eu"), .text("/config/jurisdiction", "us"),
    .text("/config/jurisdiction", "fedramp"), .text("/config/jurisdiction", "fedramp-high"),
    .text("/config/jurisdiction", "default", ["warning jurisdiction-known"]),
    .text("/config/jurisdiction", "", ["warning jurisdiction-known"]),
    .text("/config/jurisdiction", "EU", ["warning jurisdiction-known"]),
    .text("/config/jurisdiction", "mars", ["warning jurisdiction-known"]),
    Row("/config/jurisdiction", "1", ["error type"]),
    Row("/config/jurisdiction", "null", ["error type"]),
  ])
  func `validates the jurisdiction`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  @Test(arguments: [
    Row.text(.catalog, "/config/table_name", "", ["warning not-empty"]),
    .text(.catalog, "/config/table_name", "_t1"),
    .text(.catalog, "/config/table_name", repeated("a", 128)),
    .text(.catalog, "/config/table_name", repeated("a", 129), ["note table-name-characters"]),
    .text(.catalog, "/config/table_name", "1t", ["note table-name-characters"]),
    .text(.catalog, "/config/table_name", "my-table", ["note table-name-characters"]),
    .text(.catalog, "/config/table_name", "a.b", ["note table-name-characters"]),
    .text(.catalog, "/config/table_name", "é", ["note table-name-characters"]),
    Row(.catalog, "/config/table_name", "0", ["error type"]),
    .text(.catalog, "/config/namespace", "", ["warning not-empty"]),
    .text(.catalog, "/config/namespace", "default"), .text(.catalog, "/config/namespace", "a.b.c"),
    .text(.catalog, "/config/namespace", repeated("a", 128) + "." + repeated("b", 128)),
    .text(.catalog, "/config/namespace", repeated("a", 129), ["note namespace-characters"]),
    .text(.catalog, "/config/namespace", "a.", ["note namespace-characters"]),
    .text(.catalog, "/config/namespace", ".a", ["note namespace-characters"]),
    .text(.catalog, "/config/namespace", "a..b", ["note namespace-characters"]),
    .text(.catalog, "/config/namespace", "a.1", ["note namespace-characters"]),
    .text(.catalog, "/config/namespace", "a-b", ["note namespace-characters"]),
    Row(.catalog, "/config/namespace", "null", ["error type"]),
  ])
  func `validates the table and namespace`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  @Test(
    arguments: [
      (Payload.SinkKind.catalog, "/config/token"), (.r2, "/config/credentials/access_key_id"),
      (.r2, "/config/credentials/secret_access_key"),
    ] as [(Payload.SinkKind, Pointer)])
  func `validates secrets`(kind: Payload.SinkKind, pointer: Pointer) throws {
    let expectations: [(String, [String])] = [
      ("", ["warning \(pointer) not-empty"]), ("${ANY_NAME}", []), ("a b", []),
      (" a", ["note \(pointer) surrounding-space"]),
      ("a\n", ["note \(pointer) surrounding-space"]),
      ("{{ NAME }}", ["note \(pointer) secret-template"]),
      ("${NAME_2}", []), ("$NAME", ["warning \(pointer) secret-reference"]), ("$1", []),
      ("$a b", []),
      ("${bad-name}", ["warning \(pointer) secret-reference"]),
      ("${", ["warning \(pointer) secret-reference"]),
      ("a{{NAME_2}}b", ["note \(pointer) secret-template"]),
      ("{{{{x}}", ["note \(pointer) secret-template"]),
      ("{{ a b }} {{c}}", ["note \(pointer) secret-template"]),
      ("{{ a }}\u{301}", ["note \(pointer) secret-template"]),
      ("{{", []), ("{{ NAME }", []), ("{ { NAME }}", []), ("}} {{", []), ("{{}}", []),
      ("{{ a b }}", []), ("{{ a-b }}", []), ("{{ a }", []), ("{{ a } }", []),
    ]
    for (text, expected) in expectations {
      #expect(try Row.text(kind, pointer, text).issues() == expected, "\(text)")
    }
    for literal in ["12345", "null", "false", "[\"s3cret\"]", "{\"s\":\"s3cret\"}"] {
      #expect(try Row(kind, pointer, literal).issues() == ["error \(pointer) type"])
    }
  }

  /// Messages are printed and logged, so they must not contain secrets of any JSON type.
  @Test(
    arguments: [
      (Payload.SinkKind.catalog, "/config/token", "123454321"),
      (.r2, "/config/credentials/access_key_id", "123454321"),
      (.r2, "/config/credentials", #""123454321""#),
      (.r2, "/config/credentials", "123454321"),
      (.catalog, "/config/token", #"["123454321"]"#),
    ] as [(Payload.SinkKind, Pointer, String)])
  func `does not repeat a secret of the wrong type`(
    kind: Payload.SinkKind, pointer: Pointer, literal: String
  ) throws {
    let text = try Payload.of(kind).setting(pointer, literal).tree.text
    let issues = try Payload.issues(text)
    #expect(issues.map(\.rule) == ["type"])
    #expect(issues.allSatisfy { !$0.message.contains("12345") })
  }

  @Test(arguments: [
    Row.text("/config/path", ""), .text("/config/path", "a"), .text("/config/path", "a/b c"),
    .text("/config/path", "ü", ["note path-shape"]),
    .text("/config/path", "a~b", ["note path-shape"]),
    .text("/config/path", "a|b", ["note path-shape"]),
    .text("/config/path", "a^b", ["note path-shape"]),
    .text("/config/path", "[a]", ["note path-shape"]),
    .text("/config/path", " a", ["note surrounding-space"]),
    .text("/config/path", "a ", ["note surrounding-space"]),
    .text("/config/path", "${HOME}/a", ["note path-shape", "note literal-reference"]),
    .text("/config/path", "$HOME/a"),
    .text("/config/path", "a..b/.c/d."),
    .text("/config/path", "/", ["note path-shape"]),
    .text("/config/path", "/a", ["note path-shape"]),
    .text("/config/path", "a/", ["note path-shape"]),
    .text("/config/path", "a//b", ["note path-shape"]),
    .text("/config/path", "/\u{301}a", ["note path-shape"]),
    .text("/config/path", ".", ["note path-shape"]),
    .text("/config/path", "..", ["note path-shape"]),
    .text("/config/path", "a/../b", ["note path-shape"]),
    .text("/config/path", "a/./b", ["note path-shape"]),
    .text("/config/path", "a\u{0}b", ["note path-shape"]),
    .text("/config/path", "a\u{1F}b", ["note path-shape"]),
    .text("/config/path", "a\u{7F}b", ["note path-shape"]),
    .text("/config/path", "a\u{200B}b", ["note path-shape"]),
    .text("/config/path", "a\u{2028}b", ["note path-shape"]),
    .text("/config/path", "a\\b", ["note path-shape"]),
    .text("/config/path", "%Y", ["note path-shape"]),
    .text("/config/path", "#", ["note path-shape"]),
    .text("/config/path", "a?", ["note path-shape"]),
    .text("/config/path", "*", ["note path-shape"]),
    .text("/config/path", "{a}", ["note path-shape"]),
    Row("/config/path", "1", ["error type"]), Row("/config/path", "null", ["error type"]),
    .text("/config/file_naming/prefix", "events"), .text("/config/file_naming/prefix", "a.b"),
    .text("/config/file_naming/prefix", "a/b", ["note file-name-shape"]),
    .text("/config/file_naming/prefix", "/\u{301}", ["note file-name-shape"]),
    .text("/config/file_naming/prefix", "a%", ["note file-name-shape"]),
    Row("/config/file_naming/prefix", "{}", ["error type"]),
    .text("/config/file_naming/prefix", "é", ["note file-name-shape"]),
    .text("/config/file_naming/prefix", "a ", ["note surrounding-space"]),
    .text("/config/file_naming/suffix", "parquet"), .text("/config/file_naming/suffix", "a.b"),
    .text("/config/file_naming/suffix", ".parquet", ["note suffix-dot"]),
    .text("/config/file_naming/suffix", ".a/b", ["note suffix-dot", "note file-name-shape"]),
    .text("/config/file_naming/suffix", "a/b", ["note file-name-shape"]),
    Row("/config/file_naming/suffix", "false", ["error type"]),
    .text("/config/file_naming/strategy", "serial"), .text("/config/file_naming/strategy", "uuid"),
    .text("/config/file_naming/strategy", "uuid_v7"), .text("/config/file_naming/strategy", "ulid"),
    .text("/config/file_naming/strategy", "uuid_v4", ["error choice"]),
    .text("/config/file_naming/strategy", "ULID", ["error choice"]),
    Row("/config/file_naming/strategy", "7", ["error type"]),
  ])
  func `validates the parts of an object key`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  @Test(arguments: [
    Row.text("/config/partitioning/time_pattern", "year=%Y/month=%m/day=%d/hour=%H"),
    .text("/config/partitioning/time_pattern", "%Y-%m-%dT%H:%M:%S%.3fZ"),
    .text("/config/partitioning/time_pattern", "literal_text_%Y%m%d"),
    .text("/config/partitioning/time_pattern", "%%", ["note time-pattern-encoded"]),
    .text("/config/partitioning/time_pattern", "[%m]", ["note time-pattern-encoded"]),
    .text("/config/partitioning/time_pattern", "é=%m", ["note time-pattern-encoded"]),
    .text("/config/partitioning/time_pattern", "%Y/../%m", ["note time-pattern-encoded"]),
    .text("/config/partitioning/time_pattern", "%Y/..%m"),
    .text("/config/partitioning/time_pattern", " %Y", ["note surrounding-space"]),
    .text("/config/partitioning/time_pattern", "Q%q"),
    .text("/config/partitioning/time_pattern", "month=%M", ["note time-pattern-label"]),
    .text("/config/partitioning/time_pattern", "hour=%h", ["note time-pattern-label"]),
    .text("/config/partitioning/time_pattern", "Day=%-D", ["warning time-pattern-specifier"]),
    .text("/config/partitioning/time_pattern", "month=%b", ["note time-pattern-letters"]),
    .text("/config/partitioning/time_pattern", "%Y/%B", ["note time-pattern-letters"]),
    .text("/config/partitioning/time_pattern", "weekday=%u/day=%j/week=%V"),
    .text("/config/partitioning/time_pattern", "", ["note time-pattern-empty"]),
    .text("/config/partitioning/time_pattern", "100 MB", ["note time-pattern-constant"]),
    .text("/config/partitioning/time_pattern", "day", ["note time-pattern-constant"]),
    .text("/config/partitioning/time_pattern", "%d", []),
    .text("/config/partitioning/time_pattern", "%F/%H%M%S%L", ["warning time-pattern-specifier"]),
    .text("/config/partitioning/time_pattern", "%", ["warning time-pattern-specifier"]),
    .text("/config/partitioning/time_pattern", "%Y/%", ["warning time-pattern-specifier"]),
    .text("/config/partitioning/time_pattern", "%z", ["note time-pattern-zone"]),
    .text("/config/partitioning/time_pattern", "%Z", ["note time-pattern-zone"]),
    .text("/config/partitioning/time_pattern", "%+", ["note time-pattern-zone"]),
    .text("/config/partitioning/time_pattern", "%e", ["note time-pattern-space"]),
    .text("/config/partitioning/time_pattern", "%n", ["note time-pattern-space"]),
    .text(
      "/config/partitioning/time_pattern", "%Q%z%e",
      [
        "warning time-pattern-specifier", "note time-pattern-zone", "note time-pattern-space",
      ]),
    Row("/config/partitioning/time_pattern", "1", ["error type"]),
    Row("/config/partitioning/time_pattern", "null", ["error type"]),
  ])
  func `validates the time pattern`(row: Row) throws {
    #expect(try row.issues() == row.expected)
  }

  @Test(
    arguments: [
      ("/config/path", 1024), ("/config/path", 1025), ("/config/partitioning/time_pattern", 1024),
      ("/config/partitioning/time_pattern", 1025), ("/config/file_naming/prefix", 1024),
      ("/config/file_naming/prefix", 1025), ("/config/file_naming/suffix", 1024),
      ("/config/file_naming/suffix", 1025),
    ] as [(Pointer, Int)])
  func `limits the length of the object key`(pointer: Pointer, length: Int) throws {
    // The length of the rest of the key, measured with a parameter of ten bytes.
    let key = { (text: String) in
      ObjectKey(
        path: pointer == "/config/path" ? text : nil,
        timePattern: pointer == "/config/partitioning/time_pattern" ? text : nil,
        prefix: pointer == "/config/file_naming/prefix" ? text : nil, strategy: nil,
        suffix: pointer == "/config/file_naming/suffix" ? text : nil, defaultSuffix: "parquet",
        at: Timestamp(secondsSinceEpoch: 1_795_464_930)
      ).utf8Count
    }
    let others = try #require(key("0123456789")) - 10
    // Six bytes per letter, because the limit is in bytes after percent-encoding.
    let rest = length - others
    // Renders as one byte, and makes the pattern depend on the time.
    let start = pointer == "/config/partitioning/time_pattern" ? "%u" : ""
    let letters = rest - (start.isEmpty ? 0 : 1)
    let text = start + Self.repeated("ü", letters / 6) + Self.repeated("x", letters % 6)
    #expect(try #require(key(text)) == length)
    let issues = try Row.text(pointer, text).issues().filter { $0.hasPrefix("warning") }
    #expect(issues == (length > 1024 ? ["warning \(pointer) object-key-length"] : []))
  }

  @Test func `reports a long key at its longest part`() throws {
    let payload = try Payload.of(.r2)
      .setting("/config/path", JSONText.string(Self.repeated("a", 500)))
      .setting("/config/file_naming/prefix", JSONText.string(Self.repeated("b", 600)))
    #expect(try payload.issues() == ["warning /config/file_naming/prefix object-key-length"])
    // A part with the wrong type does not count towards the key.
    let numbers = try Payload.of(.r2)
      .setting("/config/path", JSONText.string(Self.repeated("a", 900)))
      .setting("/config/file_naming/prefix", Self.repeated("1", 901))
    #expect(try numbers.issues() == ["error /config/file_naming/prefix type"])
  }
}
