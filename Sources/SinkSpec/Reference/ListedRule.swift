/// A rule in the printed reference.
struct ListedRule: Sendable {
  let severity: Severity
  let name: String
  let summary: String

  init(_ severity: Severity, _ name: String, _ summary: String) {
    self.severity = severity
    self.name = name
    self.summary = summary
  }

  /// The rules that apply to the values of all parameters.
  static let ofAnyValue = [
    ListedRule(.error, "json-syntax", "strict JSON (RFC 8259)"),
    ListedRule(.warning, "byte-order-mark", "no byte order mark at the beginning"),
    ListedRule(.error, "type", "a value of the parameter's type"),
    ListedRule(.error, "required", "every required member is present"),
    ListedRule(.error, "choice", "a choice has one of its listed values"),
    ListedRule(.error, "minimum", "a number is not below its minimum"),
    ListedRule(.error, "maximum", "a number is not above its maximum"),
    ListedRule(
      .error, "unknown-member", "no members that are not listed here or not valid for the type"),
    ListedRule(.error, "duplicate-member", "no duplicate members"),
    ListedRule(.error, "lone-surrogate", "no unpaired surrogates"),
    ListedRule(
      .warning, NewerSource.addedRule, "nothing that only a newer API reference lists"),
    ListedRule(
      .warning, NewerSource.removedRule, "no value or member that a newer reference has dropped"),
  ]
}
