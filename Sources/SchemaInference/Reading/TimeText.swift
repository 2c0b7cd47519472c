import SinkSpec

/// Detects RFC 3339 timestamps by the rules of ``Timestamp``.
enum TimeText {
  static func isTime(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard (20...35).contains(range.count) else { return false }
    let text = bytes.extracting(range)
    guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: "t")
        || text[10] == UInt8(ascii: " "),
      text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      let year = number(text, 0, 4), let month = number(text, 5, 2),
      let day = number(text, 8, 2), Timestamp.isDate(year: year, month: month, day: day),
      let hour = number(text, 11, 2), let minute = number(text, 14, 2),
      let second = number(text, 17, 2), Timestamp.isTime(hour: hour, minute: minute, second: second)
    else { return false }
    var at = 19
    if text[at] == UInt8(ascii: ".") {
      at += 1
      let start = at
      while at < text.count, isDigit(text[at]) { at += 1 }
      guard at > start else { return false }
    }
    guard at < text.count else { return false }
    switch text[at] {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): return at + 1 == text.count
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard at + 6 == text.count, text[at + 3] == UInt8(ascii: ":"),
        let hours = number(text, at + 1, 2), let minutes = number(text, at + 4, 2)
      else { return false }
      return hours < 24 && minutes < 60
    default: return false
    }
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Parses a number with a fixed number of digits; nil if there is any other character.
  @inline(__always)
  private static func number(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for at in start..<start + count {
      guard isDigit(text[at]) else { return nil }
      value = value * 10 + Int(text[at] &- 0x30)
    }
    return value
  }
}
