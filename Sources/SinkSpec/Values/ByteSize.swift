/// Parsing and formatting of sizes in bytes: `104857600`, `100 MiB`, `1.5g`.
///
/// kB, MB, GB and TB are powers of 1000; KiB, MiB, GiB and TiB are powers of 1024, and so are the
/// single letters k, m, g and t, as in shell tools. Units are case-insensitive.
package enum ByteSize {
  /// Parses a size in bytes.
  ///
  /// A fraction is accepted if it equals a whole number of bytes.
  ///
  /// - Parameters:
  ///   - text: A number with an optional unit; a space between them is allowed.
  ///   - limit: The maximum size.
  /// - Returns: The number of bytes, or the error in the text.
  package static func parse(
    _ text: String, limit: UInt64 = .max
  ) -> Result<UInt64, Finding> {
    do throws(Finding) {
      return .success(try value(of: DecimalText(text, noun: "size", example: "100MB"), limit))
    } catch {
      return .failure(error)
    }
  }

  /// Returns the shortest exact form of a size, or a rounded one that begins with `about`.
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

  /// Returns the exact form with the fewest digits; nil if all are long.
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
      // Units are in ascending order, so the larger unit wins a tie.
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

  /// Returns whether more input could turn a fraction into a whole number of bytes.
  private static func canBecomeWhole(_ number: DecimalText, _ limit: UInt64) -> Bool {
    if number.unit.isEmpty { return true }
    return ByteUnit.all.contains { unit in
      guard unit.spellings.contains(where: { $0.hasPrefix(number.unit) }) else { return false }
      if case .whole = number.multiplied(by: unit.factor, limit: limit) { return true }
      return false
    }
  }
}
