/// Numbers with their nouns.
enum Count {
  /// `1 event`, `2,000 events`.
  static func of(_ number: Int, _ noun: String) -> String {
    var digits = Array(String(number))
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: at)
      at -= 3
    }
    return "\(String(digits)) \(noun)\(number == 1 ? "" : "s")"
  }
}
