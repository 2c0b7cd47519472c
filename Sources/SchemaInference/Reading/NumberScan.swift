/// Scans numbers and computes only the properties needed for type inference.
enum NumberScan {
  enum Kind {
    case integer, bigInteger, fraction, huge

    var exampleKind: Example.Kind {
      switch self {
      case .integer: .integer
      case .bigInteger: .bigInteger
      case .fraction: .fraction
      case .huge: .hugeNumber
      }
    }
  }

  struct Number {
    let end: Int
    let kind: Kind
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
    let digits = at
    var value: UInt64 = 0
    while at < bytes.count, bytes[at] &- 0x30 < 10 {
      value = value &* 10 &+ UInt64(bytes[at] &- 0x30)
      at += 1
    }
    let count = at - digits
    guard count > 0, count == 1 || bytes[digits] != UInt8(ascii: "0") else { return nil }
    guard at < bytes.count, isFractional(bytes[at]) else {
      let limit = UInt64(Int64.max) + (isNegative ? 1 : 0)
      guard count < 20, value <= limit else {
        return Number(end: at, kind: count > 308 ? .huge : .bigInteger, epochUnit: nil)
      }
      return Number(
        end: at, kind: .integer, epochUnit: isNegative ? nil : epochUnit(value, digits: count),
        isLong: value > 1 << 53)
    }
    return fraction(bytes, at: at, wholeDigits: count)
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
      while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 }
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
    return Number(end: at, kind: isHuge ? .huge : .fraction, epochUnit: nil)
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
