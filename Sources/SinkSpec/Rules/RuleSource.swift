/// Where a rule comes from, which decides how much it weighs.
package enum RuleSource: String, Sendable {
  /// The API reference states it.
  case reference
  /// The vendor's own client refuses what breaks it.
  case wrangler
  /// The vendor's documentation says it, the reference does not.
  case documentation
  /// The engine's code or users' reports suggest it.
  case observed

  package var severity: Severity {
    switch self {
    case .reference: .error
    case .wrangler, .documentation: .warning
    case .observed: .note
    }
  }
}
