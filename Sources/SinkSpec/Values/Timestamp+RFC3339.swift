/// RFC 3339 parsing and formatting.
extension Timestamp {
  /// Parses a text such as `2026-01-31T12:00:00.5Z`; nil if it is not RFC 3339.
  package init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int64? {
      guard bytes.count >= range.upperBound else { return nil }
      var value: Int64 = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int64(byte - 0x30)
      }
      return value
    }
    func has(_ characters: String, at index: Int) -> Bool {
      index < bytes.count && characters.utf8.contains(bytes[index])
    }
    guard let year = number(0..<4), has("-", at: 4), let month = number(5..<7), has("-", at: 7),
      let day = number(8..<10), has("Tt ", at: 10), let hour = number(11..<13), has(":", at: 13),
      let minute = number(14..<16), has(":", at: 16), let second = number(17..<19),
      Self.isDate(year: Int(year), month: Int(month), day: Int(day)),
      Self.isTime(hour: Int(hour), minute: Int(minute), second: Int(second))
    else { return nil }
    var end = 19
    var nanoseconds = 0
    if has(".", at: end) {
      let digits = bytes[(end + 1)...].prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return nil }
      for index in 0..<9 {
        let digit = index < digits.count ? Int(digits[digits.startIndex + index] - 0x30) : 0
        nanoseconds = nanoseconds * 10 + digit
      }
      end += 1 + digits.count
    }
    var offset: Int64 = 0
    if has("+-", at: end) {
      guard bytes.count == end + 6, let hours = number(end + 1..<end + 3), has(":", at: end + 3),
        let minutes = number(end + 4..<end + 6), hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (bytes[end] == UInt8(ascii: "-") ? -60 : 60)
    } else {
      guard has("Zz", at: end), bytes.count == end + 1 else { return nil }
    }
    let days = Self.daysSinceEpoch(year: year, month: month, day: day)
    self.init(
      secondsSinceEpoch: days * 86_400 + hour * 3600 + minute * 60 + second - offset,
      nanoseconds: nanoseconds)
  }

  /// Returns whether a date exists.
  package static func isDate(year: Int, month: Int, day: Int) -> Bool {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: (1...31).contains(day)
    case 4, 6, 9, 11: (1...30).contains(day)
    case 2:
      (1...28).contains(day) || day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    default: false
    }
  }

  /// Returns whether a time of day exists.
  ///
  /// Leap seconds are accepted at the end of a quarter hour, because UTC offsets can have quarter
  /// hours.
  package static func isTime(hour: Int, minute: Int, second: Int) -> Bool {
    hour < 24 && minute < 60 && (second < 60 || second == 60 && minute % 15 == 14)
  }

  /// The instant as RFC 3339 text in UTC, with milliseconds.
  package var rfc3339: String {
    func padded(_ value: Int, _ width: Int = 2) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(Int(year), 4))-\(padded(month))-\(padded(day))T\(padded(hour)):"
      + "\(padded(minute)):\(padded(second)).\(padded(nanoseconds / 1_000_000, 3))Z"
  }
}
