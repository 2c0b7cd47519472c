/// The origin of a rule, which determines its severity.
package enum RuleSource: String, Sendable {
  /// The API reference.
  case reference
  /// wrangler, Cloudflare's own client, which rejects violations.
  case wrangler
  /// Cloudflare's documentation other than the API reference.
  case documentation
  /// The engine's source code or user reports.
  case observed

  package var severity: Severity {
    switch self {
    case .reference: .error
    case .wrangler, .documentation: .warning
    case .observed: .note
    }
  }
}
