/// A number as it was typed, digit for digit, and the unit after it.
struct DecimalText {
  /// The text without spaces around it.
  let text: String
  /// The digits with their decimal point, as typed.
  let digits: String
  /// The letters after the number, in lower case.
  let unit: String
  /// The letters after the number as typed.
  let unitAsTyped: String
  private let whole: [UInt8]
  private let fraction: [UInt8]
  /// Whether a decimal point stands without digits after it.
  let endsWithPoint: Bool

  /// What a number comes to when multiplied by a unit.
  enum Product: Hashable {
    case whole(UInt64)
    case fractional
    case tooLarge
  }

  /// Splits a text; the noun and the example are for the messages.
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
      throw Finding("write the number without separators, with a point before a fraction")
    }
    digits = String(decoding: bytes[..<end], as: UTF8.self)
    unitAsTyped = String(decoding: bytes[end...], as: UTF8.self).trimmingSpaces
    unit = unitAsTyped.lowercased()
  }

  /// The number times a factor, exactly, as on paper: from the last digit with what is carried.
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
  /// Whether this is an ASCII digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension String {
  /// The text without spaces and tabs at its ends.
  var trimmingSpaces: String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    guard let first = unicodeScalars.firstIndex(where: { !isSpace($0) }),
      let last = unicodeScalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}
