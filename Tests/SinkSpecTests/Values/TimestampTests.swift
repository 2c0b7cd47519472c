import SinkSpec
import Testing

struct TimestampTests {
  /// The expected values are the output of `date -u`.
  @Test(
    arguments: [
      (1759871368, "2025-10-07T21:09:28 2 280 2025-41"),
      (0, "1970-01-01T00:00:00 4 001 1970-01"),
      (-1, "1969-12-31T23:59:59 3 365 1970-01"),
      (951782399, "2000-02-28T23:59:59 1 059 2000-09"),
      (951782400, "2000-02-29T00:00:00 2 060 2000-09"),
      (1709208000, "2024-02-29T12:00:00 4 060 2024-09"),
      (1735603200, "2024-12-31T00:00:00 2 366 2025-01"),
      (1609459199, "2020-12-31T23:59:59 4 366 2020-53"),
      (1483228800, "2017-01-01T00:00:00 0 001 2016-52"),
      (1262304000, "2010-01-01T00:00:00 5 001 2009-53"),
      (1704067199, "2023-12-31T23:59:59 0 365 2023-52"),
      (253402300799, "9999-12-31T23:59:59 5 365 9999-52"),
      (-62135596800, "0001-01-01T00:00:00 1 001 0001-01"),
      (1078012799, "2004-02-28T23:59:59 6 059 2004-09"),
      (1230768000, "2009-01-01T00:00:00 4 001 2009-01"),
      (1136073600, "2006-01-01T00:00:00 0 001 2005-52"),
      (43200, "1970-01-01T12:00:00 4 001 1970-01"),
      (1325376000, "2012-01-01T00:00:00 0 001 2011-52"),
    ] as [(Int64, String)])
  func `computes calendar fields`(seconds: Int64, expected: String) {
    let time = Timestamp(secondsSinceEpoch: seconds)
    let date = "\(padded(time.year, 4))-\(padded(time.month))-\(padded(time.day))"
    let clock = "\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second))"
    let week = "\(padded(time.isoYear, 4))-\(padded(time.isoWeek))"
    #expect("\(date)T\(clock) \(time.weekday) \(padded(time.dayOfYear, 3)) \(week)" == expected)
  }

  /// Walks the calendar using only the lengths of the months.
  @Test func `agrees with counting the days of eight centuries`() {
    var (year, month, day, dayOfYear, weekday): (Int64, Int, Int, Int, Int) = (1600, 1, 1, 1, 6)
    var seconds: Int64 = -11_676_096_000
    var wrong: [Int64] = []
    while year < 2400 {
      let time = Timestamp(secondsSinceEpoch: seconds)
      if (time.year, time.month, time.day, time.dayOfYear, time.weekday)
        != (year, month, day, dayOfYear, weekday)
      {
        wrong.append(seconds)
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      (day, dayOfYear, weekday) = (day + 1, dayOfYear + 1, (weekday + 1) % 7)
      if day > length { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month, dayOfYear) = (year + 1, 1, 1) }
      seconds += 86_400
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [Int64.min, .min + 1, -1, .max - 1, .max])
  func `supports the ends of the range`(seconds: Int64) {
    for nanoseconds in [Int.min, -1, 0, 999_999_999, 1_000_000_000, .max] {
      let time = Timestamp(secondsSinceEpoch: seconds, nanoseconds: nanoseconds)
      #expect((0...999_999_999).contains(time.nanoseconds))
      #expect((1...12).contains(time.month))
      #expect((1...31).contains(time.day))
      #expect((0...23).contains(time.hour))
      #expect((0...6).contains(time.weekday))
      #expect((1...366).contains(time.dayOfYear))
      #expect((1...53).contains(time.isoWeek))
    }
  }

  @Test func `carries nanoseconds beyond a second`() {
    let later = Timestamp(secondsSinceEpoch: 10, nanoseconds: 2_000_000_001)
    #expect(later == Timestamp(secondsSinceEpoch: 12, nanoseconds: 1))
    let earlier = Timestamp(secondsSinceEpoch: 10, nanoseconds: -1)
    #expect(earlier == Timestamp(secondsSinceEpoch: 9, nanoseconds: 999_999_999))
    #expect(earlier < later)
  }

  @Test func `truncates milliseconds to 48 bits`() {
    #expect(Timestamp(secondsSinceEpoch: 1, nanoseconds: 2_999_999).milliseconds48 == 1002)
    #expect(Timestamp(secondsSinceEpoch: -1).milliseconds48 == 0)
    #expect(Timestamp(secondsSinceEpoch: .max).milliseconds48 == 0xFFFF_FFFF_FFFF)
  }

  private func padded(_ number: some BinaryInteger, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

struct RFC3339Tests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0, 0), ("2027-01-15T08:00:00.6Z", 1_800_000_000, 600_000_000),
    ("2027-01-15t09:30:00.123456789123+01:30", 1_800_000_000, 123_456_789),
    ("2027-01-15 07:00:00-01:00", 1_800_000_000, 0), ("2000-02-29T23:59:60Z", 951_868_800, 0),
  ])
  func `parses valid text`(_ text: String, _ seconds: Int64, _ nanoseconds: Int) {
    #expect(
      Timestamp(rfc3339: text) == Timestamp(secondsSinceEpoch: seconds, nanoseconds: nanoseconds))
  }

  @Test(arguments: [
    "", "2027-01-15", "2027-01-15T08:00:00", "2027-01-15T08:00:00.Z", "2027-13-15T08:00:00Z",
    "2027-01-15T24:00:00Z", "2027-01-15T08:00:00+0100", "2027-01-15T08:00:00Z ",
    "é027-01-15T08:00:00Z",
    "2027-01-15T08:00:00+", "2027-01-15T08:00:00+01:0x", "+027-01-15T08:00:00Z",
  ])
  func `rejects invalid text`(_ text: String) { #expect(Timestamp(rfc3339: text) == nil) }

  @Test func `formats with millisecond precision`() {
    let time = Timestamp(secondsSinceEpoch: 1_800_000_000, nanoseconds: 7_900_000)
    #expect(time.rfc3339 == "2027-01-15T08:00:00.007Z")
  }
}
