import SinkSpec
import Testing

struct ObjectKeyTests {
  private func key(
    path: String? = nil, timePattern: String? = nil, prefix: String? = nil,
    strategy: String? = "serial", suffix: String? = nil, parquet: Bool = true,
    at time: Timestamp = Timestamp(secondsSinceEpoch: 1_759_871_368, nanoseconds: 595_325_952)
  ) -> String? {
    ObjectKey(
      path: path, timePattern: timePattern, prefix: prefix, strategy: strategy, suffix: suffix,
      formatIsParquet: parquet, at: time
    ).text
  }

  @Test func `defaults to folders by day`() {
    #expect(key() == "year=2025/month=10/day=07/00000-000.parquet")
    #expect(key(parquet: false) == "year=2025/month=10/day=07/00000-000.json")
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
    ("a b/é", "a b/é/2025/00000-000.parquet"), ("a/\u{301}b", "a/\u{301}b/2025/00000-000.parquet"),
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

  @Test func `is unknown for an invalid pattern`() {
    #expect(key(timePattern: "%L") == nil)
    #expect(key(timePattern: "%z") == nil)
  }

  @Test func `counts bytes`() {
    let object = ObjectKey(
      path: "é日", timePattern: "", prefix: nil, strategy: "serial", suffix: nil,
      formatIsParquet: false, at: Timestamp(secondsSinceEpoch: 0))
    #expect(object.utf8Count == 20)
  }
}
