import SinkSpec
import TestSupport
import Testing

struct ByteSizeTests {
  @Test(
    arguments: [
      ("0", 0), ("1", 1), ("104857600", 104_857_600), ("007", 7), (" 5 ", 5), ("\t5", 5),
      ("18446744073709551615", .max), ("00018446744073709551615", .max),
      ("1b", 1), ("1 byte", 1), ("7 Bytes", 7),
      ("1kb", 1000), ("1KB", 1000), ("1 kB", 1000), ("1k", 1024), ("1K", 1024), ("1KiB", 1024),
      ("1kib", 1024), ("100MB", 100_000_000), ("100mb", 100_000_000), ("100 MiB", 104_857_600),
      ("100m", 104_857_600), ("100M", 104_857_600), ("1 gb", 1_000_000_000), ("1g", 1 << 30),
      ("1GiB", 1 << 30), ("2TB", 2_000_000_000_000), ("2t", 2 << 40), ("2 TiB", 2 << 40),
      ("1.5g", 1_610_612_736), ("1.5k", 1536), ("0.5k", 512), ("1.25 MB", 1_250_000),
      ("1.0", 1), ("1.000", 1), ("0.0009765625k", 1), ("0.001kB", 1), ("1.234567MB", 1_234_567),
      ("0.0000000000009094947017729282379150390625t", 1),
      ("16777215.9999990463256835937500t", 18_446_744_073_708_503_040),
      ("18446744.073709551615TB", .max), ("18014398509481983k", 18_446_744_073_709_550_592),
    ] as [(String, UInt64)])
  func `parses sizes`(text: String, expected: UInt64) {
    #expect(ByteSize.parse(text) == .success(expected))
  }

  @Test(arguments: [
    ("", "expected a size such as 100MB"),
    ("  ", "expected a size such as 100MB"),
    ("1.", "expected a digit after the decimal point"),
    ("1.5", "1.5 bytes is not a whole number of bytes"),
    ("1.3k", "1.3 KiB is not a whole number of bytes"),
    ("1.333k", "1.333 KiB is not a whole number of bytes"),
    (
      "100Mi",
      "Mi is not a unit of size; the units are kB, MB, GB, TB (thousands) and KiB, MiB, GiB, TiB "
        + "(1024s)"
    ),
  ])
  func `accepts incomplete input`(text: String, message: String) {
    #expect(ByteSize.parse(text) == .failure(Finding(message, reportsWhileTyping: false)))
  }

  @Test(arguments: [
    ("abc", "expected a size that begins with a digit, such as 100MB, got abc"),
    ("+5", "expected a size that begins with a digit, such as 100MB, got +5"),
    (".5g", "expected a size that begins with a digit, such as 100MB, got .5g"),
    ("٣", "expected a size that begins with a digit, such as 100MB, got ٣"),
    ("-5", "a size must not be negative, got -5"),
    ("1.g", "expected a digit after the decimal point"),
    ("104_857_600", "write the number without thousands separators and with a decimal point"),
    ("104,857,600", "write the number without thousands separators and with a decimal point"),
    ("1,5g", "write the number without thousands separators and with a decimal point"),
    ("1.3333k", "1.3333 KiB is not a whole number of bytes"),
    ("1.0000000000001TB", "1.0000000000001 TB is not a whole number of bytes"),
    ("1.5 bytes", "1.5 bytes is not a whole number of bytes"),
    ("18446744073709551616", overflow("18446744073709551616")),
    ("18014398509481984k", overflow("18014398509481984k")),
    ("16777216t", overflow("16777216t")),
    ("99999999999999999999999999999999999999", overflow("99999999999999999999999999999999999999")),
    ("1x", unknown("x")), ("1e6", unknown("e6")), ("5 M B", unknown("M B")),
    ("1.5.2", unknown(".2")), ("1MBs", unknown("MBs")), ("1kiBi", unknown("kiBi")),
  ])
  func `rejects invalid input`(text: String, message: String) {
    #expect(ByteSize.parse(text) == .failure(Finding(message)))
  }

  private static func overflow(_ text: String) -> String {
    "must be at most 18446744073709551615 bytes, got \(text)"
  }

  private static func unknown(_ unit: String) -> String {
    "\(unit) is not a unit of size; the units are kB, MB, GB, TB (thousands) and KiB, MiB, GiB, TiB "
      + "(1024s)"
  }

  @Test func `enforces a limit`() {
    let limit: UInt64 = 9_223_372_036_854_775_807
    #expect(ByteSize.parse("9223372036854775807", limit: limit) == .success(limit))
    for text in ["9223372036854775808", "8388608t"] {
      #expect(
        ByteSize.parse(text, limit: limit)
          == .failure(Finding("must be at most 9223372036854775807 bytes, got \(text)")))
    }
  }

  @Test(
    arguments: [
      (0, "0 bytes"), (1, "1 byte"), (2, "2 bytes"), (999, "999 bytes"), (1000, "1 kB"),
      (1001, "1001 bytes"), (1024, "1 KiB"), (1536, "1.5 KiB"), (9999, "9999 bytes"),
      (10_001, "about 10 kB"), (104_857_600, "100 MiB"), (100_000_000, "100 MB"),
      (1_234_567, "about 1.2 MB"), (1_960_000, "1.96 MB"), (1_950_001, "about 2 MB"),
      (1_049_999, "about 1 MB"), (123_456_789, "about 123 MB"), (1_610_612_736, "1.5 GiB"),
      (1 << 40, "1 TiB"), (1_050_000, "1.05 MB"), (.max, "about 18446744 TB"),
    ] as [(UInt64, String)])
  func `formats sizes`(count: UInt64, expected: String) {
    #expect(ByteSize.describe(count) == expected)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `round-trips exact sizes`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let factors: [UInt64] = [1, 10, 250, 512, 1000, 1024, 1_000_000, 1 << 20, 1 << 30, 10_000_000]
    var exact = 0
    for _ in 0..<500 {
      let count =
        UInt64.random(in: 0...20_000, using: &random)
        * (factors.randomElement(using: &random) ?? 1)
      let text = ByteSize.describe(count)
      guard !text.hasPrefix("about ") else { continue }
      exact += 1
      #expect(ByteSize.parse(text) == .success(count), "seed \(seed): \(text)")
      #expect(ByteSize.parse(String(count)) == .success(count), "seed \(seed)")
    }
    #expect(exact > 100, "seed \(seed)")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `survives random text`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("0123456789..kmgtbiKMGTB ,-é\u{301}".unicodeScalars)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        text.append(alphabet.randomElement(using: &random) ?? "0")
      }
      if case .failure(let finding) = ByteSize.parse(String(text)) {
        #expect(!finding.message.isEmpty, "seed \(seed): \(String(text))")
      }
    }
  }
}
