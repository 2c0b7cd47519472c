extension [String] {
  /// Returns the strings joined for use in a sentence, such as `a, b and c`.
  package func listed(with conjunction: String) -> String {
    guard count > 1, let last else { return joined() }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
