import SinkSpec
import TestSupport
import Testing

struct TimePatternTests {
  private static let golden = Timestamp(
    secondsSinceEpoch: 1_759_871_368, nanoseconds: 595_325_952)

  private func render(_ pattern: String, at time: Timestamp = golden) -> String? {
    TimePattern(pattern).render(at: time)
  }

  private static let dates = "%Y %C %y %m %b %B %h %d %e %a %A %u %w %U %W %G %g %V %j"
  private static let clocks = "%D %x %F %H %k %I %l %P %p %M %S %R %T %X %r %s %%"

  /// The expected values are the output of `date -u`.
  @Test(
    arguments: [
      (
        1759871368, Self.dates,
        "2025 20 25 10 Oct October Oct 07  7 Tue Tuesday 2 2 40 40 2025 25 41 280"
      ),
      (
        1759871368, Self.clocks,
        "10/07/25 10/07/25 2025-10-07 21 21 09  9 pm PM 09 28 21:09 21:09:28 21:09:28 09:09:28 PM 1759871368 %"
      ),
      (0, Self.dates, "1970 19 70 01 Jan January Jan 01  1 Thu Thursday 4 4 00 00 1970 70 01 001"),
      (
        0, Self.clocks,
        "01/01/70 01/01/70 1970-01-01 00  0 12 12 am AM 00 00 00:00 00:00:00 00:00:00 12:00:00 AM 0 %"
      ),
      (
        -1, Self.dates,
        "1969 19 69 12 Dec December Dec 31 31 Wed Wednesday 3 3 52 52 1970 70 01 365"
      ),
      (
        -1, Self.clocks,
        "12/31/69 12/31/69 1969-12-31 23 23 11 11 pm PM 59 59 23:59 23:59:59 23:59:59 11:59:59 PM -1 %"
      ),
      (
        951782400, Self.dates,
        "2000 20 00 02 Feb February Feb 29 29 Tue Tuesday 2 2 09 09 2000 00 09 060"
      ),
      (
        951782400, Self.clocks,
        "02/29/00 02/29/00 2000-02-29 00  0 12 12 am AM 00 00 00:00 00:00:00 00:00:00 12:00:00 AM 951782400 %"
      ),
      (
        1709208000, Self.dates,
        "2024 20 24 02 Feb February Feb 29 29 Thu Thursday 4 4 08 09 2024 24 09 060"
      ),
      (
        1709208000, Self.clocks,
        "02/29/24 02/29/24 2024-02-29 12 12 12 12 pm PM 00 00 12:00 12:00:00 12:00:00 12:00:00 PM 1709208000 %"
      ),
      (
        1735603200, Self.dates,
        "2024 20 24 12 Dec December Dec 31 31 Tue Tuesday 2 2 52 53 2025 25 01 366"
      ),
      (
        1735603200, Self.clocks,
        "12/31/24 12/31/24 2024-12-31 00  0 12 12 am AM 00 00 00:00 00:00:00 00:00:00 12:00:00 AM 1735603200 %"
      ),
      (
        1609459199, Self.dates,
        "2020 20 20 12 Dec December Dec 31 31 Thu Thursday 4 4 52 52 2020 20 53 366"
      ),
      (
        1609459199, Self.clocks,
        "12/31/20 12/31/20 2020-12-31 23 23 11 11 pm PM 59 59 23:59 23:59:59 23:59:59 11:59:59 PM 1609459199 %"
      ),
      (
        1483228800, Self.dates,
        "2017 20 17 01 Jan January Jan 01  1 Sun Sunday 7 0 01 00 2016 16 52 001"
      ),
      (
        1483228800, Self.clocks,
        "01/01/17 01/01/17 2017-01-01 00  0 12 12 am AM 00 00 00:00 00:00:00 00:00:00 12:00:00 AM 1483228800 %"
      ),
      (
        1262304000, Self.dates,
        "2010 20 10 01 Jan January Jan 01  1 Fri Friday 5 5 00 00 2009 09 53 001"
      ),
      (
        1262304000, Self.clocks,
        "01/01/10 01/01/10 2010-01-01 00  0 12 12 am AM 00 00 00:00 00:00:00 00:00:00 12:00:00 AM 1262304000 %"
      ),
      (
        1704067199, Self.dates,
        "2023 20 23 12 Dec December Dec 31 31 Sun Sunday 7 0 53 52 2023 23 52 365"
      ),
      (
        1704067199, Self.clocks,
        "12/31/23 12/31/23 2023-12-31 23 23 11 11 pm PM 59 59 23:59 23:59:59 23:59:59 11:59:59 PM 1704067199 %"
      ),
      (
        253402300799, Self.dates,
        "9999 99 99 12 Dec December Dec 31 31 Fri Friday 5 5 52 52 9999 99 52 365"
      ),
      (
        253402300799, Self.clocks,
        "12/31/99 12/31/99 9999-12-31 23 23 11 11 pm PM 59 59 23:59 23:59:59 23:59:59 11:59:59 PM 253402300799 %"
      ),
      (
        1136073600, Self.dates,
        "2006 20 06 01 Jan January Jan 01  1 Sun Sunday 7 0 01 00 2005 05 52 001"
      ),
      (
        1136073600, Self.clocks,
        "01/01/06 01/01/06 2006-01-01 00  0 12 12 am AM 00 00 00:00 00:00:00 00:00:00 12:00:00 AM 1136073600 %"
      ),
      (
        43200, Self.dates,
        "1970 19 70 01 Jan January Jan 01  1 Thu Thursday 4 4 00 00 1970 70 01 001"
      ),
      (
        43200, Self.clocks,
        "01/01/70 01/01/70 1970-01-01 12 12 12 12 pm PM 00 00 12:00 12:00:00 12:00:00 12:00:00 PM 43200 %"
      ),
    ] as [(Int64, String, String)])
  func `renders like other formatters`(seconds: Int64, pattern: String, expected: String) {
    #expect(render(pattern, at: Timestamp(secondsSinceEpoch: seconds)) == expected)
  }

  @Test(arguments: [
    ("", ""),
    ("%Y", "2025"),
    ("%Y/%m/%d/%H", "2025/10/07/21"),
    ("year=%Y/month=%m/day=%d", "year=2025/month=10/day=07"),
    ("%Y-%m-%dT%H:%M:%S%.3fZ", "2025-10-07T21:09:28.595Z"),
    ("literal_text_%Y%m%d", "literal_text_20251007"),
    ("%f|%3f|%6f|%9f", "595325952|595|595325|595325952"),
    ("%.f|%.3f|%.6f|%.9f", ".595325952|.595|.595325|.595325952"),
    ("%c", "Tue Oct  7 21:09:28 2025"),
    ("%v", " 7-Oct-2025"),
    ("a%nb%tc", "a\nb\tc"),
    ("%-d|%_d|%0d|%-e|%0e", "7| 7|07|7|07"),
    ("%-H|%_M|%-M|%_j|%-I|%0l|%0k", "21| 9|9|280|9|09|21"),
    ("%-Y|%_Y|%-y|%-V|%_f|%-f", "2025|2025|25|41|595325952|595325952"),
    ("%q", "4"),
    ("日本/%Y年", "日本/2025年"),
    ("%d\u{301}", "07\u{301}"),
    ("100%%", "100%"),
  ])
  func `renders specifiers`(pattern: String, expected: String) {
    #expect(render(pattern) == expected)
  }

  @Test(arguments: [
    (0, "", "000000000"), (7, ".000000007", "000000007"), (7000, ".000007", "000007000"),
    (7_000_000, ".007", "007000000"), (999_999_999, ".999999999", "999999999"),
  ])
  func `renders fractions without padding`(nanoseconds: Int, short: String, all: String) {
    let time = Timestamp(secondsSinceEpoch: 0, nanoseconds: nanoseconds)
    #expect(render("%.f", at: time) == short)
    #expect(render("%f", at: time) == all)
  }

  @Test(
    arguments: [
      (253_402_300_799, "9999"), (253_402_300_800, "+10000"), (-62_167_219_200, "0000"),
      (-62_167_219_201, "-0001"),
    ] as [(Int64, String)])
  func `signs years without four digits`(seconds: Int64, expected: String) {
    #expect(render("%Y", at: Timestamp(secondsSinceEpoch: seconds)) == expected)
  }

  @Test(arguments: [
    ("%L", "%L is not a time specifier; for milliseconds use %3f"),
    ("%F/%H%M%S%L", "%L is not a time specifier; for milliseconds use %3f"),
    ("%N", "%N is not a time specifier; for nanoseconds use %f"),
    ("%i", "%i is not a time specifier; for the minute use %M"),
    ("100% sure", "%  is not a time specifier; write %% for a percent sign"),
    ("%/", "%/ is not a time specifier; write %% for a percent sign"),
    ("%é", "%é is not a time specifier; write %% for a percent sign"),
    (
      "%2f",
      "%2 is not a time specifier; a fraction of a second has 3, 6 or 9 digits, as in %3f or %.3f"
    ),
    (
      "%.2f",
      "%.2 is not a time specifier; a fraction of a second has 3, 6 or 9 digits, as in %3f or %.3f"
    ),
    (
      "%3x",
      "%3x is not a time specifier; a fraction of a second has 3, 6 or 9 digits, as in %3f or %.3f"
    ),
    (
      "%-T",
      "%-T is not a time specifier; a padding flag applies only to a single number, so write %T"
    ),
    (
      "%_B",
      "%_B is not a time specifier; a padding flag applies only to a single number, so write %B"
    ),
    (
      "%-%",
      "%-% is not a time specifier; a padding flag applies only to a single number, so write %%"
    ),
    ("%:H", "%:H is not a time specifier; write %H"),
    ("%::::z", "%:::: is not a time specifier; write %% for a percent sign"),
  ])
  func `reports unknown specifiers`(pattern: String, message: String) {
    let parsed = TimePattern(pattern)
    #expect(parsed.render(at: Self.golden) == nil)
    #expect(parsed.findings.map(\.message) == [message])
    #expect(parsed.findings.map(\.rule) == ["time-pattern-specifier"])
    #expect(parsed.findings.map(\.reportsWhileTyping) == [true])
  }

  @Test(arguments: [
    "%", "a%", "%Y/%", "%-", "%_", "%0", "%.", "%.3", "%.6", "%.9", "%3", "%6", "%9", "%:", "%::",
    "%:::", "%#",
  ])
  func `accepts an incomplete specifier while typing`(pattern: String) {
    let parsed = TimePattern(pattern)
    #expect(parsed.render(at: Self.golden) == nil)
    #expect(parsed.findings.map(\.rule) == ["time-pattern-specifier"])
    #expect(parsed.findings.map(\.reportsWhileTyping) == [false])
  }

  @Test(arguments: ["%z", "%:z", "%::z", "%:::z", "%#z", "%Z", "%+"])
  func `notes specifiers that need a time zone`(pattern: String) {
    let parsed = TimePattern("%Y" + pattern)
    #expect(parsed.render(at: Self.golden) == nil)
    #expect(parsed.findings.map(\.rule) == ["time-pattern-zone"])
    #expect(parsed.findings.first?.message.hasPrefix(pattern + " needs a time zone") == true)
  }

  @Test(arguments: [
    ("%n", "%n puts a line break in the key; use - or _ between the parts"),
    ("%t", "%t puts spaces in the key; use - or _ between the parts"),
    ("%e", "%e pads with spaces in the key; for the day of the month use %d"),
    ("%k", "%k pads with spaces in the key; for the hour use %H"),
    ("%l", "%l pads with spaces in the key; for the 12-hour clock use %I"),
    ("%v", "%v pads with spaces in the key; for the date use %F"),
    ("%c", "%c puts spaces in the key; for the date and time use %FT%T"),
    ("%r", "%r puts spaces in the key; for the time use %T"),
    ("%_d", "%_d pads with spaces in the key; use %0d for zeros"),
  ])
  func `notes specifiers that add spaces to keys`(pattern: String, message: String) {
    let parsed = TimePattern(pattern)
    #expect(parsed.render(at: Self.golden) != nil)
    #expect(parsed.findings.map(\.message) == [message])
    #expect(parsed.findings.map(\.rule) == ["time-pattern-space"])
  }

  @Test(arguments: [
    "", "%Y/%m/%d/%H", "%-d", "%0d", "%-e", "%0e", "%-k", "%_Y", "%_s", "%%", "%D", "%T", "%.f",
    "%3f", "a b",
  ])
  func `has no notes for common patterns`(pattern: String) {
    #expect(TimePattern(pattern).findings.isEmpty)
  }

  @Test func `notes each specifier once`() {
    let messages = TimePattern("%L %L %N %L %").findings.map { $0.message.prefix(2) }
    #expect(messages == ["%L", "%N", "% "])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `survives random text`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("%%%%%YmdHLzZ:+.#-_0369fecqé/ \u{301}\n日".unicodeScalars)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text.append(alphabet.randomElement(using: &random) ?? "%")
      }
      let pattern = String(text)
      let time = Timestamp(
        secondsSinceEpoch: .random(in: .min ... .max, using: &random), nanoseconds: 1)
      let parsed = TimePattern(pattern)
      let isRenderable = parsed.findings.allSatisfy {
        $0.rule == "time-pattern-space" || $0.message.contains("(the quarter)")
      }
      #expect((parsed.render(at: time) != nil) == isRenderable, "seed \(seed): \(pattern)")
      let literal = String(pattern.unicodeScalars.filter { $0 != "%" })
      #expect(render(literal) == literal, "seed \(seed): \(literal)")
    }
  }
}
