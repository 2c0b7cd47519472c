/// The specifier letters of a time pattern and their expansions.
enum TimeSpecifiers {
  static let items: [Unicode.Scalar: [TimePattern.Item]] = [
    "Y": [.number(.year, .zero)], "C": [.number(.century, .zero)],
    "y": [.number(.yearOfCentury, .zero)], "G": [.number(.isoYear, .zero)],
    "g": [.number(.isoYearOfCentury, .zero)], "q": [.number(.quarter, .zero)],
    "m": [.number(.month, .zero)], "d": [.number(.day, .zero)], "e": [.number(.day, .space)],
    "j": [.number(.dayOfYear, .zero)], "U": [.number(.weekFromSunday, .zero)],
    "W": [.number(.weekFromMonday, .zero)], "V": [.number(.isoWeek, .zero)],
    "w": [.number(.weekdayFromSunday, .zero)], "u": [.number(.weekdayFromMonday, .zero)],
    "H": [.number(.hour, .zero)], "k": [.number(.hour, .space)],
    "I": [.number(.hour12, .zero)], "l": [.number(.hour12, .space)],
    "M": [.number(.minute, .zero)], "S": [.number(.second, .zero)],
    "f": [.number(.nanosecond, .zero)], "s": [.number(.epochSeconds, .zero)],
    "b": [.monthName(short: true)], "h": [.monthName(short: true)],
    "B": [.monthName(short: false)],
    "a": [.weekdayName(short: true)], "A": [.weekdayName(short: false)],
    "p": [.amPm(upperCase: true)], "P": [.amPm(upperCase: false)],
    "n": [.literal("\n")], "t": [.literal("\t")],
    "D": shortDate, "x": shortDate, "F": isoDate,
    "T": clock, "X": clock, "R": joined(.hour, ":", .minute),
    "r": joined(.hour12, ":", .minute, ":", .second) + [.literal(" "), .amPm(upperCase: true)],
    "v": [
      .number(.day, .space), .literal("-"), .monthName(short: true), .literal("-"),
      .number(.year, .zero),
    ],
    "c": [
      .weekdayName(short: true), .literal(" "), .monthName(short: true), .literal(" "),
      .number(.day, .space), .literal(" "),
    ] + clock + [.literal(" "), .number(.year, .zero)],
  ]

  /// Alternatives to the specifiers that add spaces.
  static let withoutSpaces: [Unicode.Scalar: String] = [
    "n": "use - or _ between the parts",
    "t": "use - or _ between the parts",
    "e": "for the day of the month use %d",
    "k": "for the hour use %H",
    "l": "for the 12-hour clock use %I",
    "v": "for the date use %F",
    "c": "for the date and time use %FT%T",
    "r": "for the time use %T",
  ]

  /// Returns the suggestion for an unknown specifier.
  static func alternative(to specifier: ArraySlice<Unicode.Scalar>) -> String {
    guard let last = specifier.last, let first = specifier.first else { return percentSign }
    if last == "f" || ".369".unicodeScalars.contains(first) {
      return fractionDigits
    }
    if specifier.count > 1 {
      return items[last] == nil ? percentSign : "write %\(last)"
    }
    return alternatives[first] ?? percentSign
  }

  private static let percentSign = "write %% for a percent sign"

  private static let alternatives: [Unicode.Scalar: String] = [
    "L": "for milliseconds use %3f",
    "N": "for nanoseconds use %f",
    "Q": "for milliseconds since 1970 use %s%3f",
    "J": "for the day of the year use %j",
    "K": "for the hour use %H",
    "i": "for the minute use %M",
    "o": "for the day of the month use %d",
    "E": "omit the E modifier, which has no effect",
    "O": "omit the O modifier, which has no effect",
    "1": fractionDigits, "2": fractionDigits, "4": fractionDigits, "5": fractionDigits,
    "7": fractionDigits, "8": fractionDigits,
  ]

  private static let fractionDigits =
    "a fraction of a second has 3, 6 or 9 digits, as in %3f or %.3f"

  private static let isoDate = joined(.year, "-", .month, "-", .day)

  private static let shortDate = joined(.month, "/", .day, "/", .yearOfCentury)

  private static let clock = joined(.hour, ":", .minute, ":", .second)

  private static func joined(
    _ first: TimeField, _ separator: String, _ second: TimeField
  ) -> [TimePattern.Item] {
    [.number(first, .zero), .literal(separator), .number(second, .zero)]
  }

  private static func joined(
    _ first: TimeField, _ separator: String, _ second: TimeField, _ otherSeparator: String,
    _ third: TimeField
  ) -> [TimePattern.Item] {
    joined(first, separator, second) + [.literal(otherSeparator), .number(third, .zero)]
  }
}
