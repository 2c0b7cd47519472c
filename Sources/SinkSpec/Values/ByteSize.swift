/// Sizes in bytes, as an operator types and reads them: `104857600`, `100 MiB`, `1.5g`.
///
/// kB, MB, GB and TB count in thousands; KiB, MiB, GiB and TiB in 1024s, and so do the single
/// letters k, m, g and t, as in the tools of the shell. Upper and lower case are the same.
package enum ByteSize {
  /// The bytes that a text means, or why it means none.
  ///
  /// Exact: a fraction is accepted when it comes to a whole number of bytes.
  ///
  /// - Parameters:
  ///   - text: a number and perhaps a unit, with or without a space between.
  ///   - limit: the most that is accepted.
  /// - Returns: the bytes, or what is wrong with the text.
  package static func parse(
    _ text: String, limit: UInt64 = .max
  ) -> Result<UInt64, Finding> {
    do throws(Finding) {
      return .success(try value(of: DecimalText(text, noun: "size", example: "100MB"), limit))
    } catch {
      return .failure(error)
    }
  }

  /// The shortest form of a size that is still exact, or a rounded one that says so.
  package static func describe(_ count: UInt64) -> String {
    if let exact = exactForm(of: count) { return exact }
    let unit = ByteUnit.all.last { !$0.isBinary && $0.factor <= count } ?? .byte
    let (whole, rest) = count.quotientAndRemainder(dividingBy: unit.factor)
    let tenths = (rest * 10 + unit.factor / 2) / unit.factor
    let number =
      whole >= 10
      ? String(whole + (rest >= unit.factor - unit.factor / 2 ? 1 : 0))
      : tenths == 10 ? String(whole + 1) : tenths == 0 ? "\(whole)" : "\(whole).\(tenths)"
    return "about \(number) \(unit.name)"
  }

  /// The form with the fewest digits that means exactly this size; nil when all are long.
  private static func exactForm(of count: UInt64) -> String? {
    if count == 1 { return "1 byte" }
    var shortest = count < 10_000 ? String(count) : nil
    var name = "bytes"
    for unit in ByteUnit.all where unit.factor > 1 && unit.factor <= count {
      let (whole, rest) = count.quotientAndRemainder(dividingBy: unit.factor)
      guard whole < 10_000, rest * 100 % unit.factor == 0 else { continue }
      let hundredths = rest * 100 / unit.factor
      let number =
        hundredths == 0
        ? "\(whole)"
        : hundredths % 10 == 0
          ? "\(whole).\(hundredths / 10)" : "\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)"
      // Units come from small to large, so that of two equally short forms the larger unit wins.
      if let shortest, number.utf8.count > shortest.utf8.count { continue }
      shortest = number
      name = unit.name
    }
    return shortest.map { "\($0) \(name)" }
  }

  private static func value(
    of number: DecimalText, _ limit: UInt64
  ) throws(Finding) -> UInt64 {
    let unit = try unit(of: number)
    if number.endsWithPoint {
      throw Finding(
        "expected a digit after the decimal point", reportsWhileTyping: !number.unit.isEmpty)
    }
    switch number.multiplied(by: unit.factor, limit: limit) {
    case .whole(let bytes): return bytes
    case .fractional:
      let unitText = number.unit.isEmpty ? "bytes" : unit.name
      throw Finding(
        "\(number.digits) \(unitText) is not a whole number of bytes",
        reportsWhileTyping: !canBecomeWhole(number, limit))
    case .tooLarge:
      throw Finding("must be at most \(limit) bytes, got \(number.text)")
    }
  }

  private static func unit(of number: DecimalText) throws(Finding) -> ByteUnit {
    if let unit = ByteUnit.all.first(where: { $0.spellings.contains(number.unit) }) { return unit }
    throw Finding(
      "\(number.unitAsTyped) is not a unit of size; the units are kB, MB, GB, TB (thousands) "
        + "and KiB, MiB, GiB, TiB (1024s)",
      reportsWhileTyping: ByteUnit.all.allSatisfy { unit in
        !unit.spellings.contains { $0.hasPrefix(number.unit) }
      })
  }

  /// Whether a longer unit, or more digits, would make a fraction a whole number of bytes.
  private static func canBecomeWhole(_ number: DecimalText, _ limit: UInt64) -> Bool {
    if number.unit.isEmpty { return true }
    return ByteUnit.all.contains { unit in
      guard unit.spellings.contains(where: { $0.hasPrefix(number.unit) }) else { return false }
      if case .whole = number.multiplied(by: unit.factor, limit: limit) { return true }
      return false
    }
  }
}
