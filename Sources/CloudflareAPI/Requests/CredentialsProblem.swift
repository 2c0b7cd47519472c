/// Why there are no credentials to ask with: facts, of which ``sentence`` speaks without the secret.
package enum CredentialsProblem: Error, Hashable, Sendable {
  /// No variable is set.
  case none
  /// A variable is set to empty text, and no other stands in for it.
  case empty(Credentials.Variable)
  /// Of email and key only one is set.
  case half(Credentials.Variable, missing: Credentials.Variable)
  /// A variable holds a character that no header takes, at a place counted from 1.
  case invalidCharacter(Credentials.Variable, Unicode.Scalar, position: Int)

  /// The problem and what to do, as one sentence.
  package var sentence: String {
    switch self {
    case .none:
      "no credentials: set CLOUDFLARE_API_TOKEN, or CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY"
    case .empty(let variable):
      "\(variable.rawValue) is set, but empty; it holds the credentials"
    case .half(let variable, let missing):
      "\(variable.rawValue) is set, but \(missing.rawValue) is not; an API key goes with its email"
    case .invalidCharacter(let variable, let scalar, let position):
      "character \(position) of \(variable.rawValue) is \(Self.name(of: scalar)), "
        + "which credentials never hold; was it copied whole and alone?"
    }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " ": return "a space"
    case "\n", "\r": return "a line break"
    case "\t": return "a tab"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }
}
