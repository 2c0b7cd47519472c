/// A label in a time pattern, such as `hour=`, and the specifiers that fit it.
struct TimeLabel {
  let name: String
  /// The letters of the specifiers that write the labelled value.
  let letters: String
  /// The usual specifier.
  let advice: String

  /// Every label, matched by suffix, so `weekday` comes before `day`.
  static let all = [
    TimeLabel(name: "weekday", letters: "uwaA", advice: "%u"),
    TimeLabel(name: "year", letters: "YGygC", advice: "%Y"),
    TimeLabel(name: "quarter", letters: "q", advice: "%q"),
    TimeLabel(name: "month", letters: "mbBh", advice: "%m"),
    TimeLabel(name: "week", letters: "VUW", advice: "%V"),
    TimeLabel(name: "day", letters: "dejuwaAFDx", advice: "%d"),
    TimeLabel(name: "hour", letters: "HIkl", advice: "%H"),
    TimeLabel(name: "minute", letters: "M", advice: "%M"),
    TimeLabel(name: "second", letters: "SsfTX", advice: "%S"),
  ]

  /// The output of specifiers that are easily mistaken for others.
  static let meaning: [Unicode.Scalar: String] = [
    "a": "the day's short name", "A": "the day's name", "b": "the month's short name",
    "B": "the month's name", "h": "the month's short name", "p": "AM or PM", "P": "am or pm",
    "m": "the month", "M": "the minute", "d": "the day", "D": "a date with slashes",
    "H": "the hour", "I": "the hour of a 12-hour clock", "S": "the second", "y": "a two-digit year",
    "Y": "the year", "j": "the day of the year", "q": "the quarter", "s": "seconds since 1970",
  ]

  /// Numeric alternatives to the specifiers that write names.
  static let digits: [Unicode.Scalar: String] = [
    "a": "for the weekday use %u", "A": "for the weekday use %u", "b": "for the month use %m",
    "B": "for the month use %m", "h": "for the month use %m, for the hour %H",
  ]
}
