import SinkSpec
import TestSupport
import Testing

struct DurationTextTests {
  @Test(
    arguments: [
      ("0", 0), ("300", 300), ("300s", 300), ("300 s", 300), (" 300 ", 300), ("5m", 300),
      ("5M", 300), ("5 min", 300), ("5 minutes", 300), ("1h30m", 5400), ("1h 30m", 5400),
      ("1 h 30 min", 5400), ("1hr", 3600), ("2 hours 5 sec", 7205), ("1d", 86_400),
      ("1d1h1m1s", 90_061), ("1 day", 86_400), ("0h5m", 300), ("90m", 5400), ("007", 7),
      ("18446744073709551615", .max), ("18446744073709551615s", .max),
      ("213503982334601d7h15s", .max),
    ] as [(String, UInt64)])
  func `parses durations`(text: String, expected: UInt64) {
    #expect(DurationText.parse(text) == .success(expected))
  }

  @Test(arguments: [
    ("", "expected a time such as 300 or 5m"),
    (" ", "expected a time such as 300 or 5m"),
    ("1h30", "30 needs a unit: s, m, h or d"),
    ("1h 30 ", "30 needs a unit: s, m, h or d"),
    ("5mi", "mi is not a unit of time; the units are s, m, h and d"),
    ("1h5se", "se is not a unit of time; the units are s, m, h and d"),
  ])
  func `accepts incomplete input`(text: String, message: String) {
    #expect(DurationText.parse(text) == .failure(Finding(message, reportsWhileTyping: false)))
  }

  @Test(arguments: [
    ("abc", "expected a time such as 300 or 5m, got abc"),
    ("m5", "expected a time such as 300 or 5m, got m5"),
    ("-5", "a time must not be negative, got -5"),
    ("1.5h", "write whole numbers only, such as 1h30m, got 1.5h"),
    ("1,000", "write whole numbers only, such as 1h30m, got 1,000"),
    ("5mo", "mo is not a unit of time; the units are s, m, h and d"),
    ("500ms", "ms is not a unit of time; the units are s, m, h and d"),
    ("5w", "w is not a unit of time; the units are s, m, h and d"),
    ("5mi 3s", "mi is not a unit of time; the units are s, m, h and d"),
    ("5é", "é is not a unit of time; the units are s, m, h and d"),
    ("30 5m", "30 needs a unit: s, m, h or d"),
    ("1s5", "5 needs a unit: s, m, h or d"),
    ("30m1h", "use each unit once, the largest first, such as 1h30m, got 30m1h"),
    ("1h1h", "use each unit once, the largest first, such as 1h30m, got 1h1h"),
    ("18446744073709551616", overflow("18446744073709551616")),
    ("213503982334601d7h16s", overflow("213503982334601d7h16s")),
    ("213503982334602d", overflow("213503982334602d")),
    ("99999999999999999999999d", overflow("99999999999999999999999d")),
  ])
  func `rejects invalid input`(text: String, message: String) {
    #expect(DurationText.parse(text) == .failure(Finding(message)))
  }

  private static func overflow(_ text: String) -> String {
    "must be at most 18446744073709551615 seconds, got \(text)"
  }

  @Test func `enforces a limit`() {
    #expect(DurationText.parse("1h", limit: 3600) == .success(3600))
    #expect(
      DurationText.parse("1h1s", limit: 3600)
        == .failure(Finding("must be at most 3600 seconds, got 1h1s")))
  }

  @Test(
    arguments: [
      (0, "0s"), (1, "1s"), (59, "59s"), (60, "1m"), (61, "1m1s"), (300, "5m"), (3600, "1h"),
      (5400, "1h30m"), (86_400, "1d"), (90_061, "1d1h1m1s"), (.max, "213503982334601d7h15s"),
    ] as [(UInt64, String)])
  func `formats durations`(seconds: UInt64, expected: String) {
    #expect(DurationText.describe(seconds) == expected)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `round-trips durations`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let seconds = random.next() >> UInt64.random(in: 0..<64, using: &random)
      let text = DurationText.describe(seconds)
      #expect(DurationText.parse(text) == .success(seconds), "seed \(seed): \(text)")
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `survives random text`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("0123456789hmsd minec.-é\u{301}".unicodeScalars)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text.append(alphabet.randomElement(using: &random) ?? "0")
      }
      if case .failure(let finding) = DurationText.parse(String(text)) {
        #expect(!finding.message.isEmpty, "seed \(seed): \(String(text))")
      }
    }
  }
}
