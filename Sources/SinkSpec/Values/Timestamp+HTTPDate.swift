/// Dates of HTTP headers.
extension Timestamp {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Parses a date such as `Sun, 06 Nov 1994 08:49:37 GMT`; nil if it has another form.
  ///
  /// The two obsolete forms of RFC 9110, section 5.6.7, are not supported.
  package init?(httpDate text: String) {
    let words = text.split(separator: " ")
    guard words.count == 6, words[0].hasSuffix(","), words[5] == "GMT",
      let day = Int(words[1]), let month = Self.months.firstIndex(of: String(words[2])),
      let year = Int(words[3]), (1970...9999).contains(year),
      Self.isDate(year: year, month: month + 1, day: day)
    else { return nil }
    let time = words[4].split(separator: ":").compactMap { Int($0) }
    guard time.count == 3, words[4].utf8.count == 8,
      Self.isTime(hour: time[0], minute: time[1], second: min(time[2], 59))
    else { return nil }
    let days = Self.daysSinceEpoch(year: Int64(year), month: Int64(month + 1), day: Int64(day))
    self.init(
      secondsSinceEpoch: days * 86_400 + Int64(time[0] * 3600 + time[1] * 60 + time[2]))
  }
}
