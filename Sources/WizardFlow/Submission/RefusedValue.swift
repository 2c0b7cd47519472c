import SinkSpec

/// What the API refused, told at its field until that is changed.
struct RefusedValue: Hashable, Sendable {
  let pointer: Pointer
  /// The API's words.
  let message: String

  var issue: Issue {
    Issue(
      severity: .error, pointer: pointer, rule: Issue.refusedRule,
      message: "the API refused: \(message)")
  }
}

extension Issue {
  /// The rule of what the API refused; no rule of the description has this name.
  static let refusedRule = "refused-by-api"
}
