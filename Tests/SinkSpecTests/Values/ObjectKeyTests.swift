import SinkSpec
import Testing

struct ObjectKeyTests {
  private func key(
    path: String? = nil, timePattern: String? = nil, prefix: String? = nil,
    strategy: String? = "serial", suffix: String? = nil, defaultSuffix: String = "parquet",
    at time: Timestamp = Timestamp(secondsSinceEpoch: 1_759_871_368, nanoseconds: 595_325_952)
  ) -> String? {
    ObjectKey(
      path: path, timePattern: timePattern, prefix: prefix, strategy: strategy, suffix: suffix,
      defaultSuffix: defaultSuffix, at: time
    ).text
  }

  @Test func `defaults to folders by day`() {
    #expect(key() == "year=2025/month=10/day=07/00000-000.parquet")
    #expect(key(defaultSuffix: "json") == "year=2025/month=10/day=07/00000-000.json")
  }

  @Test func `includes every part`() {
    #expect(
      key(
        path: "analytics", timePattern: "year=%Y/month=%m/day=%d/hour=%H", prefix: "events",
        strategy: "ulid", suffix: "pq")
        == "analytics/year=2025/month=10/day=07/hour=21/events-01K7083ZCKTSV4RRFFQ69G5FAV.pq")
  }

  @Test(arguments: [
    ("", "2025/00000-000.parquet"), ("/", "2025/00000-000.parquet"),
    ("///", "2025/00000-000.parquet"), ("a", "a/2025/00000-000.parquet"),
    ("/a/", "a/2025/00000-000.parquet"), ("//a//b//", "a/b/2025/00000-000.parquet"),
    ("a b/é", "a b/%C3%A9/2025/00000-000.parquet"),
    ("a/\u{301}b", "a/%CC%81b/2025/00000-000.parquet"),
  ])
  func `drops redundant slashes`(path: String, expected: String) {
    #expect(key(path: path, timePattern: "%Y") == expected)
    #expect(key(path: path, timePattern: "/%Y//") == expected)
  }

  @Test func `has no time folder for an empty pattern`() {
    #expect(key(path: "a", timePattern: "") == "a/00000-000.parquet")
    #expect(key(timePattern: "") == "00000-000.parquet")
  }

  @Test func `appends prefix and suffix unchanged`() {
    #expect(key(timePattern: "", suffix: ".parquet") == "00000-000..parquet")
    #expect(key(timePattern: "", suffix: "") == "00000-000.")
    #expect(key(timePattern: "", prefix: "") == "-00000-000.parquet")
    #expect(key(timePattern: "", prefix: "a-") == "a--00000-000.parquet")
  }

  @Test(arguments: [
    ("uuid", "3f2b8c1e-9d47-4a6b-8e15-7c0d52f9a364"),
    ("uuid_v7", "0199c081-fd93-7c3a-9f41-6b0e8d25a7c9"),
    (nil, "0199c081-fd93-7c3a-9f41-6b0e8d25a7c9"),
    ("other", "0199c081-fd93-7c3a-9f41-6b0e8d25a7c9"),
    ("ulid", "01K7083ZCKTSV4RRFFQ69G5FAV"),
  ])
  func `formats the unique part`(strategy: String?, expected: String) {
    #expect(key(timePattern: "", strategy: strategy) == expected + ".parquet")
  }

  @Test func `creates a unique part for any time`() {
    let early = Timestamp(secondsSinceEpoch: .min)
    let late = Timestamp(secondsSinceEpoch: .max)
    #expect(
      key(timePattern: "", strategy: nil, at: early)
        == "00000000-0000-7c3a-9f41-6b0e8d25a7c9.parquet")
    #expect(
      key(timePattern: "", strategy: nil, at: late)
        == "ffffffff-ffff-7c3a-9f41-6b0e8d25a7c9.parquet")
    #expect(
      key(timePattern: "", strategy: "ulid", at: late) == "7ZZZZZZZZZTSV4RRFFQ69G5FAV.parquet")
  }

  @Test(arguments: [
    (#"{"type":"json"}"#, "json"), (#"{"type":"json","compression":"gzip"}"#, "json.gz"),
    (#"{"type":"json","compression":"uncompressed"}"#, "json"),
    (#"{"type":"parquet","compression":"gzip"}"#, "parquet"),
  ])
  func `ends with the extension of the format`(format: String, suffix: String) throws {
    let request = try JSONDocument(parsing: Array(#"{"type":"r2","format":\#(format)}"#.utf8))
    let key = ObjectKey(
      of: RequestContext(of: request, account: nil), at: Timestamp(secondsSinceEpoch: 0))
    #expect(key.text?.hasSuffix("a7c9." + suffix) == true)
  }

  @Test func `is unknown for an invalid pattern`() {
    #expect(key(timePattern: "%L") == nil)
    #expect(key(timePattern: "%z") == nil)
  }

  @Test func `counts bytes`() {
    let object = ObjectKey(
      path: "é日", timePattern: "", prefix: nil, strategy: "serial", suffix: nil,
      defaultSuffix: "json", at: Timestamp(secondsSinceEpoch: 0))
    #expect(object.utf8Count == "%C3%A9%E6%97%A5/00000-000.json".utf8.count)
  }

  /// The expected keys are those of the engine's object store.
  @Test(arguments: [
    ("données/événements", "donn%C3%A9es/%C3%A9v%C3%A9nements"), ("a~b/c^d", "a%7Eb/c%5Ed"),
    ("a/../b", "a/%2E%2E/b"), ("./a", "%2E/a"), ("...", "..."), ("a.b/.c", "a.b/.c"),
    ("\\{^}%`]\">[~<#|*?", "%5C%7B%5E%7D%25%60%5D%22%3E%5B%7E%3C%23%7C%2A%3F"),
    ("a\0\u{1F}\u{7F}\n", "a%00%1F%7F%0A"), ("a b!$&'()+,;=@:-_0Z", "a b!$&'()+,;=@:-_0Z"),
  ])
  func `percent-encodes each part`(path: String, expected: String) {
    #expect(key(path: path, timePattern: "") == expected + "/00000-000.parquet")
  }

  @Test func `percent-encodes the time pattern and the file name`() {
    #expect(key(timePattern: "%%Y") == "%25Y/00000-000.parquet")
    #expect(key(timePattern: "%Y[%m]") == "2025%5B10%5D/00000-000.parquet")
    #expect(key(timePattern: "", prefix: "p|q") == "p%7Cq-00000-000.parquet")
    #expect(key(timePattern: "", suffix: "é") == "00000-000.%C3%A9")
  }
}
