import SinkSpec

/// A value that the API rejected, reported at its field until it changes.
struct RefusedValue: Hashable, Sendable {
  let pointer: Pointer
  /// The API's message.
  let message: String

  var issue: Issue {
    Issue(
      severity: .error, pointer: pointer, rule: Issue.refusedRule,
      message: "the API rejected it: \(message)")
  }
}

extension Issue {
  /// The ID of the rule for API rejections; no rule of the description has it.
  static let refusedRule = "refused-by-api"
}
