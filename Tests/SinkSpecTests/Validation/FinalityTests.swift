import SinkSpec
import TestSupport
import Testing

/// Tests that a finding is reported while typing only if no further input can fix it.
struct FinalityTests {
  /// A text parameter, the letters that matter to its rules, and valid completions.
  struct Subject: CustomTestStringConvertible {
    let pointer: Pointer
    let alphabet: String
    let endings: [String]
    /// The account in the URL.
    var account: String?

    var testDescription: String { "\(pointer)" }
  }

  static let subjects = [
    Subject(pointer: "/name", alphabet: "aseltA1_-é\u{301}🙂 ", endings: ["a", "_"]),
    Subject(
      pointer: "/config/account_id", alphabet: "0af\u{301}gF",
      endings: (0...33).map { String(repeating: "0", count: $0) }),
    Subject(
      pointer: "/config/account_id", alphabet: "0a",
      endings: (0...33).map { String("00a0a000000000000000000000000000".dropFirst($0)) },
      account: "00a0a000000000000000000000000000"),
    Subject(
      pointer: "/config/bucket", alphabet: "ab0-A_\u{301}é",
      endings: ["a", "aa", "aaa", String(repeating: "a", count: 60)]),
    Subject(
      pointer: "/config/jurisdiction", alphabet: "eufdramp-hi",
      endings: ["eu", "us", "fedramp", "fedramp-high"].flatMap { word in
        (0..<word.count).map { String(word.dropFirst($0)) }
      }),
    Subject(
      pointer: "/config/table_name", alphabet: "aA1_-.é\u{301}", endings: ["a"]),
    Subject(
      pointer: "/config/namespace", alphabet: "aA1_..-\u{301}", endings: ["a"]),
    Subject(
      pointer: "/config/token", alphabet: "{{}}a \u{301}", endings: ["a"]),
    Subject(pointer: "/config/path", alphabet: "a//..\\?\u{1}\u{301}", endings: ["a", "a/b"]),
    Subject(pointer: "/config/file_naming/prefix", alphabet: "a/.?\u{301}", endings: ["a"]),
    Subject(pointer: "/config/file_naming/suffix", alphabet: "a/.?\u{301}", endings: ["a"]),
    Subject(
      pointer: "/config/partitioning/time_pattern", alphabet: "%%%YzeL.36:#-_0f/ é",
      endings: ["Y", "f", "3f", ".f", "z", "d", "%", "a"]),
  ]

  @Test(arguments: subjects, 0..<4 as Range<UInt64>)
  func `reports while typing iff no completion is valid`(subject: Subject, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet = Array(subject.alphabet.unicodeScalars)
    for _ in 0..<150 {
      let text = Self.text(alphabet, count: 0...7, using: &random)
      let others = (0..<8).map { _ in Self.text(alphabet, count: 1...3, using: &random) }
      try Self.check(subject, text, others: others, Comment("seed \(seed)"))
    }
  }

  /// Texts of maximum length, which one more letter makes invalid.
  @Test(arguments: [
    (62, "-"), (63, "-"), (61, "-"), (64, "a"), (2, "a"), (1, "-"),
  ])
  func `reports while typing beyond the maximum length`(count: Int, last: String) throws {
    let text = String(repeating: "a", count: count - 1) + last
    let bucket = try #require(Self.subjects.first { $0.pointer == "/config/bucket" })
    try Self.check(bucket, text, others: ["b", "-", "bb"], "length \(count)")
  }

  private static func text(
    _ alphabet: [Unicode.Scalar], count: ClosedRange<Int>, using random: inout SplitMix64
  ) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: count, using: &random) {
      text.append(alphabet.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }

  private static func check(
    _ subject: Subject, _ text: String, others: [String], _ comment: Comment
  ) throws {
    let endings = subject.endings + others
    let longer = try endings.map { try findings(subject, text + $0) }
    for (rule, reportsWhileTyping) in try findings(subject, text) {
      let helps = longer.contains { $0[rule] == nil }
      #expect(
        helps != reportsWhileTyping,
        "\(text.debugDescription), \(rule) \(reportsWhileTyping ? "is" : "is not") final, \(comment)"
      )
    }
  }

  /// Returns the violated rules, and whether each reports while typing.
  private static func findings(_ subject: Subject, _ text: String) throws -> [String: Bool] {
    let parameter = try #require(SinkDescription.parameter(at: subject.pointer))
    let document = try JSONDocument(parsing: Array(JSONText.string(text).utf8))
    let issues = Validator.issues(
      of: document, as: parameter, base: subject.pointer,
      context: RequestContext(account: subject.account))
    return Dictionary(
      issues.map { ($0.rule, $0.reportsWhileTyping) }, uniquingKeysWith: { first, _ in first })
  }
}
