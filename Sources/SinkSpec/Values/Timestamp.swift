/// An instant in UTC with proleptic Gregorian calendar fields.
///
/// As in Unix time, leap seconds are not counted.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  package let secondsSinceEpoch: Int64
  /// The nanoseconds after the whole second, 0 to 999,999,999.
  package let nanoseconds: Int

  /// Creates an instant from its offset from the epoch.
  ///
  /// Nanoseconds beyond a second carry over.
  package init(secondsSinceEpoch: Int64, nanoseconds: Int = 0) {
    let (carry, rest) = Self.divide(Int64(nanoseconds), by: 1_000_000_000)
    let (seconds, overflow) = secondsSinceEpoch.addingReportingOverflow(carry)
    self.secondsSinceEpoch = overflow ? (carry < 0 ? .min : .max) : seconds
    self.nanoseconds = Int(rest)
  }

  /// Creates the instant at a duration after the epoch.
  package init(sinceEpoch duration: Duration) {
    let parts = duration.components
    self.init(
      secondsSinceEpoch: parts.seconds, nanoseconds: Int(parts.attoseconds / 1_000_000_000))
  }

  /// Returns whether one instant is before another.
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.secondsSinceEpoch, left.nanoseconds) < (right.secondsSinceEpoch, right.nanoseconds)
  }

  /// The calendar year; the year before 1 is 0.
  package var year: Int64 { date.year }

  /// The month, 1 to 12.
  package var month: Int { date.month }

  /// The day of the month, 1 to 31.
  package var day: Int { date.day }

  /// The hour, 0 to 23.
  package var hour: Int { secondOfDay / 3600 }

  /// The minute, 0 to 59.
  package var minute: Int { secondOfDay / 60 % 60 }

  /// The second, 0 to 59.
  package var second: Int { secondOfDay % 60 }

  /// The day of the week, 0 for Sunday to 6 for Saturday.
  package var weekday: Int { Int(Self.divide(daysSinceEpoch + 4, by: 7).rest) }

  /// The day of the year, 1 to 366.
  package var dayOfYear: Int {
    Int(daysSinceEpoch - Self.daysSinceEpoch(year: year, month: 1, day: 1)) + 1
  }

  /// The year of the ISO 8601 week.
  package var isoYear: Int64 {
    // A week belongs to the year of its Thursday.
    Self.date(daysSinceEpoch: thursday).year
  }

  /// The ISO 8601 week, 1 to 53.
  package var isoWeek: Int {
    Int(thursday - Self.daysSinceEpoch(year: isoYear, month: 1, day: 1)) / 7 + 1
  }

  /// Whole milliseconds since the epoch, clamped to the 48 bits of time-ordered identifiers.
  package var milliseconds48: UInt64 {
    guard secondsSinceEpoch >= 0 else { return 0 }
    let limit: UInt64 = 1 << 48 - 1
    let seconds = UInt64(secondsSinceEpoch)
    guard seconds <= limit / 1000 else { return limit }
    return min(seconds * 1000 + UInt64(nanoseconds) / 1_000_000, limit)
  }

  private var daysSinceEpoch: Int64 { Self.divide(secondsSinceEpoch, by: 86_400).quotient }

  private var secondOfDay: Int { Int(Self.divide(secondsSinceEpoch, by: 86_400).rest) }

  private var date: (year: Int64, month: Int, day: Int) {
    Self.date(daysSinceEpoch: daysSinceEpoch)
  }

  /// The Thursday of this Monday-to-Sunday week.
  private var thursday: Int64 { daysSinceEpoch + 3 - Int64((weekday + 6) % 7) }

  /// Returns the date at a number of days after 1970-01-01.
  ///
  /// Uses eras of 400 years, and years that begin in March so that the leap day comes last.
  private static func date(daysSinceEpoch: Int64) -> (year: Int64, month: Int, day: Int) {
    let (era, dayOfEra) = divide(daysSinceEpoch + 719_468, by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * marchMonth + 2) / 5) + 1
    let month = Int(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Returns the number of days from 1970-01-01 to a date.
  static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
    let (era, yearOfEra) = divide(month <= 2 ? year - 1 : year, by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Divides rounding down, so the remainder is never negative.
  private static func divide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, rest: Int64) {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }
}
