/// Parsing and explanation of numbers with units.
package enum Quantity {
  /// Parses the value of a parameter in bytes or seconds.
  package static func number(_ text: String, for parameter: Parameter) -> Result<UInt64, Finding> {
    switch parameter.kind {
    case .bytes(let bounds): ByteSize.parse(text, limit: bounds.upperBound)
    case .seconds(let bounds): DurationText.parse(text, limit: bounds.upperBound)
    default: .failure(Finding("is not a number"))
    }
  }

  /// Returns the hint for a number's field: the exact number if it has a unit, otherwise a
  /// readable form.
  package static func meaning(of text: String, for parameter: Parameter) -> String? {
    guard let number = try? number(text, for: parameter).get() else { return nil }
    let isExact = text == String(number)
    switch parameter.kind {
    case .bytes: return isExact ? ByteSize.describe(number) : "\(number) bytes"
    case .seconds: return isExact ? DurationText.describe(number) : "\(number) s"
    default: return nil
    }
  }
}
