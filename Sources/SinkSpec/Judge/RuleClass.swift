/// Where a rule comes from, which decides how much it weighs.
package enum RuleClass: String, Sendable {
  /// The API reference states it.
  case reference
  /// The vendor's own client refuses what breaks it.
  case client
  /// The vendor's documentation says it, the reference does not.
  case documented
  /// The engine's code or users' reports suggest it.
  case guess

  package var severity: Severity {
    switch self {
    case .reference: .error
    case .client, .documented: .warning
    case .guess: .note
    }
  }
}
