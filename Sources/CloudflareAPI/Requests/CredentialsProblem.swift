/// The reason that credentials could not be read.
///
/// Its ``sentence`` never contains the secret.
package enum CredentialsProblem: Error, Hashable, Sendable {
  /// No variable is set.
  case none
  /// The variable is set but empty, and no other variable replaces it.
  case empty(Credentials.Variable)
  /// Only one of the email and the key is set.
  case half(Credentials.Variable, missing: Credentials.Variable)
  /// A variable contains a character that is invalid in a header; positions start at 1.
  case invalidCharacter(Credentials.Variable, Unicode.Scalar, position: Int)

  /// The problem and its solution, in one sentence.
  package var sentence: String {
    switch self {
    case .none:
      "no credentials: set CLOUDFLARE_API_TOKEN, or CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY"
    case .empty(let variable):
      "\(variable.rawValue) is empty; set it to your credentials"
    case .half(let variable, let missing):
      "\(variable.rawValue) is set but \(missing.rawValue) is not; an API key needs both"
    case .invalidCharacter(let variable, let scalar, let position):
      "character \(position) of \(variable.rawValue) is \(Self.name(of: scalar)), "
        + "which is not allowed in credentials; copy the value again"
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
