/// A numeric field of a time pattern.
enum TimeField: Hashable, Sendable {
  case year, century, yearOfCentury, isoYear, isoYearOfCentury
  case quarter, month, day, dayOfYear
  case weekFromSunday, weekFromMonday, isoWeek
  case weekdayFromSunday, weekdayFromMonday
  case hour, hour12, minute, second, nanosecond, epochSeconds

  /// The left padding of a number shorter than its width.
  enum Padding: Hashable, Sendable {
    case none, zero, space
  }

  /// The minimum number of digits; 1 means no padding.
  var width: Int {
    switch self {
    case .quarter, .weekdayFromSunday, .weekdayFromMonday, .epochSeconds: 1
    case .dayOfYear: 3
    case .year, .isoYear: 4
    case .nanosecond: 9
    default: 2
    }
  }

  /// Whether values can be shorter than the width.
  var canBeShort: Bool {
    switch self {
    case .year, .isoYear, .century: false
    default: width > 1
    }
  }

  func value(at time: Timestamp) -> Int64 {
    switch self {
    case .year: time.year
    case .century: Self.floorDivide(time.year).quotient
    case .yearOfCentury: Self.floorDivide(time.year).rest
    case .isoYear: time.isoYear
    case .isoYearOfCentury: Self.floorDivide(time.isoYear).rest
    case .quarter: Int64((time.month + 2) / 3)
    case .month: Int64(time.month)
    case .day: Int64(time.day)
    case .dayOfYear: Int64(time.dayOfYear)
    case .weekFromSunday: Int64((time.dayOfYear + 6 - time.weekday) / 7)
    case .weekFromMonday: Int64((time.dayOfYear + 6 - (time.weekday + 6) % 7) / 7)
    case .isoWeek: Int64(time.isoWeek)
    case .weekdayFromSunday: Int64(time.weekday)
    case .weekdayFromMonday: Int64((time.weekday + 6) % 7 + 1)
    case .hour: Int64(time.hour)
    case .hour12: Int64((time.hour + 11) % 12 + 1)
    case .minute: Int64(time.minute)
    case .second: Int64(time.second)
    case .nanosecond: Int64(time.nanoseconds)
    case .epochSeconds: time.secondsSinceEpoch
    }
  }

  /// Returns the field's formatted value.
  func text(at time: Timestamp, padding: Padding) -> String {
    let value = value(at: time)
    let digits = String(value.magnitude)
    // Years of more than four digits get a sign, as chrono does, to stay unambiguous.
    let isLongYear = (self == .year || self == .isoYear) && !(0...9999).contains(value)
    let sign = value < 0 ? "-" : isLongYear ? "+" : ""
    let missing = max(0, width + (isLongYear ? 1 : 0) - digits.utf8.count - sign.utf8.count)
    return switch padding {
    case .none: sign + digits
    case .zero: sign + String(repeating: "0", count: missing) + digits
    case .space: String(repeating: " ", count: missing) + sign + digits
    }
  }

  private static func floorDivide(_ year: Int64) -> (quotient: Int64, rest: Int64) {
    let rest = (year % 100 + 100) % 100
    return ((year - rest) / 100, rest)
  }
}
