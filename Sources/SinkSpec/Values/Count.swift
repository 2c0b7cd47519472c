/// Formatting of counts.
package enum Count {
  /// Returns a count with its noun: `1 event`, `2,000 events`.
  package static func of(_ number: Int, _ noun: String) -> String {
    "\(digits(of: number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Returns a number with separators: `1`, `2,000`.
  package static func digits(of number: Int) -> String {
    var digits = Array(String(number))
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: at)
      at -= 3
    }
    return String(digits)
  }
}
