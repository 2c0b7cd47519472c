/// Scans numbers and computes only the properties needed for type inference.
enum NumberScan {
  struct Number {
    let end: Int
    let kind: Example.Kind
    /// The unit of a plausible current Unix time, 0 to 3 for seconds, milli-, micro- or
    /// nanoseconds; nil for other numbers.
    let epochUnit: Int?
    /// Whether the number is an integer of more than 53 bits.
    var isLong = false
  }

  /// Scans a number; returns nil if it is invalid by RFC 8259.
  @inline(__always)
  static func read(_ bytes: Span<UInt8>, from start: Int) -> Number? {
    var at = start
    let isNegative = bytes[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    let digits = at..<TextScan.firstNonDigit(in: bytes, from: at)
    at = digits.upperBound
    guard !digits.isEmpty, digits.count == 1 || bytes[digits.lowerBound] != UInt8(ascii: "0")
    else { return nil }
    guard at < bytes.count, isFractional(bytes[at]) else {
      return integer(bytes, digits, isNegative: isNegative)
    }
    return fraction(bytes, at: at, wholeDigits: digits.count)
  }

  @inline(__always)
  private static func integer(
    _ bytes: Span<UInt8>, _ digits: Range<Int>, isNegative: Bool
  ) -> Number {
    // The value does not matter if it is too small for a Unix time.
    guard digits.count >= 10 else {
      return Number(end: digits.upperBound, kind: .integer, epochUnit: nil)
    }
    return longInteger(bytes, digits, isNegative: isNegative)
  }

  private static func longInteger(
    _ bytes: Span<UInt8>, _ digits: Range<Int>, isNegative: Bool
  ) -> Number {
    var value: UInt64 = 0
    for at in digits { value = value &* 10 &+ UInt64(bytes[at] &- 0x30) }
    let limit = UInt64(Int64.max) + (isNegative ? 1 : 0)
    guard digits.count < 20, value <= limit else {
      let kind: Example.Kind = digits.count > 308 ? .hugeNumber : .bigInteger
      return Number(end: digits.upperBound, kind: kind, epochUnit: nil)
    }
    return Number(
      end: digits.upperBound, kind: .integer,
      epochUnit: isNegative ? nil : epochUnit(value, digits: digits.count),
      isLong: value > 1 << 53)
  }

  /// Returns whether the rest of the bytes could be the beginning of a number.
  static func mayContinue(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    for at in start..<bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        continue
      default: return false
      }
    }
    return true
  }

  @inline(__always)
  private static func isFractional(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
  }

  private static func fraction(
    _ bytes: Span<UInt8>, at point: Int, wholeDigits: Int
  ) -> Number? {
    var at = point
    if bytes[at] == UInt8(ascii: ".") {
      at += 1
      let first = at
      at = TextScan.firstNonDigit(in: bytes, from: at)
      guard at > first else { return nil }
    }
    var exponent = 0
    if at < bytes.count, bytes[at] == UInt8(ascii: "e") || bytes[at] == UInt8(ascii: "E") {
      at += 1
      var isNegative = false
      if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
        isNegative = bytes[at] == UInt8(ascii: "-")
        at += 1
      }
      let first = at
      while at < bytes.count, bytes[at] &- 0x30 < 10 {
        exponent = min(100_000, exponent * 10 + Int(bytes[at] &- 0x30))
        at += 1
      }
      guard at > first else { return nil }
      if isNegative { exponent = -exponent }
    }
    // An approximation: numbers at the edge of the range count as fractions.
    let isHuge = wholeDigits + exponent > 309
    return Number(end: at, kind: isHuge ? .hugeNumber : .fraction, epochUnit: nil)
  }

  /// Returns the unit in which an integer is a Unix time between 2001-09-09 and 2100.
  @inline(__always)
  private static func epochUnit(_ value: UInt64, digits: Int) -> Int? {
    switch digits {
    case 10: value < lastSecond ? 0 : nil
    case 13: value < lastSecond * 1000 ? 1 : nil
    case 16: value < lastSecond * 1_000_000 ? 2 : nil
    case 19: value < lastSecond * 1_000_000_000 ? 3 : nil
    default: nil
    }
  }

  /// 2100-01-01T00:00:00Z.
  private static let lastSecond: UInt64 = 4_102_444_800
}
