/// A decimal number with an optional unit, parsed without loss of precision.
struct DecimalText {
  /// The text without surrounding spaces.
  let text: String
  /// The digits and decimal point, as typed.
  let digits: String
  /// The unit in lower case.
  let unit: String
  /// The unit as typed.
  let unitAsTyped: String
  private let whole: [UInt8]
  private let fraction: [UInt8]
  /// Whether the decimal point has no digits after it.
  let endsWithPoint: Bool

  /// The product of a number and a unit's factor.
  enum Product: Hashable {
    case whole(UInt64)
    case fractional
    case tooLarge
  }

  /// Parses a text.
  ///
  /// The noun and the example are used in error messages.
  init(_ typed: String, noun: String, example: String) throws(Finding) {
    text = typed.trimmingSpaces
    let bytes = Array(text.utf8)
    guard let first = bytes.first else {
      throw Finding("expected a \(noun) such as \(example)", reportsWhileTyping: false)
    }
    if first == UInt8(ascii: "-") { throw Finding("a \(noun) must not be negative, got \(text)") }
    guard first.isDigit else {
      throw Finding("expected a \(noun) that begins with a digit, such as \(example), got \(text)")
    }
    let wholeEnd = bytes.firstIndex { !$0.isDigit } ?? bytes.count
    var end = wholeEnd
    whole = bytes[..<wholeEnd].map { $0 - 0x30 }
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end = bytes[(end + 1)...].firstIndex { !$0.isDigit } ?? bytes.count
      fraction = bytes[(wholeEnd + 1)..<end].map { $0 - 0x30 }
      endsWithPoint = fraction.isEmpty
    } else {
      fraction = []
      endsWithPoint = false
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: "_") {
      throw Finding("write the number without thousands separators and with a decimal point")
    }
    digits = String(decoding: bytes[..<end], as: UTF8.self)
    unitAsTyped = String(decoding: bytes[end...], as: UTF8.self).trimmingSpaces
    unit = unitAsTyped.lowercased()
  }

  /// Returns the exact product of the number and a factor, by long multiplication.
  func multiplied(by factor: UInt64, limit: UInt64) -> Product {
    var carry: UInt64 = 0
    var isWhole = true
    for digit in fraction.reversed() {
      let product = UInt64(digit) * factor + carry
      if product % 10 != 0 { isWhole = false }
      carry = product / 10
    }
    var value: UInt64 = 0
    for digit in whole {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carryOverflow) = tens.addingReportingOverflow(UInt64(digit))
      guard !overflow, !carryOverflow else { return .tooLarge }
      value = sum
    }
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    let (sum, carryOverflow) = product.addingReportingOverflow(carry)
    guard !overflow, !carryOverflow, sum <= limit else { return .tooLarge }
    return isWhole ? .whole(sum) : .fractional
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension String {
  /// The text without leading and trailing spaces and tabs.
  var trimmingSpaces: String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    guard let first = unicodeScalars.firstIndex(where: { !isSpace($0) }),
      let last = unicodeScalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}
