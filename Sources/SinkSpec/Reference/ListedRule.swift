/// A rule as a reference lists it: how much it weighs, its stable name, what it wants.
struct ListedRule: Sendable {
  let severity: Severity
  let name: String
  let summary: String

  init(_ severity: Severity, _ name: String, _ summary: String) {
    self.severity = severity
    self.name = name
    self.summary = summary
  }

  /// What any value may break, whatever its parameter.
  static let ofAnyValue = [
    ListedRule(.error, "json-syntax", "JSON to the letter, RFC 8259"),
    ListedRule(.error, "type", "a value of the parameter's kind"),
    ListedRule(.error, "required", "every required member is there"),
    ListedRule(.error, "choice", "a choice is one of its values"),
    ListedRule(.error, "minimum", "a number is not below its bounds"),
    ListedRule(.error, "maximum", "a number is not above its bounds"),
    ListedRule(.error, "unknown-member", "no member that is not here, or not for the type"),
    ListedRule(.error, "duplicate-member", "no member twice"),
    ListedRule(.error, "lone-surrogate", "whole characters only, no half of a surrogate pair"),
  ]
}
