/// The credentials that authenticate requests.
package enum Credentials: Hashable, Sendable {
  /// An API token.
  case token(String)
  /// A user's global API key and email.
  case key(String, email: String)

  /// Reads the credentials from environment variables; a token takes precedence over a key.
  ///
  /// - Parameter environment: The variables by name. An empty variable counts as unset.
  /// - Throws: ``CredentialsProblem`` if the variables are missing or malformed.
  package init(environment: [String: String]) throws(CredentialsProblem) {
    if let token = try Self.word(.token, in: environment) {
      self = .token(token)
      return
    }
    let key = try Self.word(.key, in: environment)
    let email = try Self.word(.email, in: environment)
    switch (key, email) {
    case (let key?, let email?): self = .key(key, email: email)
    case (.some, nil): throw .half(.key, missing: .email)
    case (nil, .some): throw .half(.email, missing: .key)
    case (nil, nil):
      let emptyVariable = Variable.allCases.first { environment[$0.rawValue] != nil }
      if let emptyVariable { throw .empty(emptyVariable) }
      throw .none
    }
  }

  /// The environment variables for credentials, named as in Cloudflare's tools.
  package enum Variable: String, CaseIterable, Sendable {
    case token = "CLOUDFLARE_API_TOKEN"
    case email = "CLOUDFLARE_EMAIL"
    case key = "CLOUDFLARE_API_KEY"
  }

  /// Returns a note that the token takes precedence; `nil` unless email and key are set as well.
  package static func choiceNote(environment: [String: String]) -> String? {
    guard Variable.allCases.allSatisfy({ environment[$0.rawValue]?.isEmpty == false }) else {
      return nil
    }
    return "using CLOUDFLARE_API_TOKEN; CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY are ignored"
  }

  /// The authentication headers.
  package var headers: [Header] {
    switch self {
    case .token(let token): [Header("Authorization", "Bearer \(token)")]
    case .key(let key, let email): [Header("X-Auth-Email", email), Header("X-Auth-Key", key)]
    }
  }

  /// The part of the credentials that must not be shown.
  package var secret: String {
    switch self {
    case .token(let token): token
    case .key(let key, _): key
    }
  }

  /// Returns the value of a variable, or `nil` if it is unset.
  ///
  /// It must be visible ASCII without spaces, because it is sent as a header.
  private static func word(
    _ variable: Variable, in environment: [String: String]
  ) throws(CredentialsProblem) -> String? {
    guard let text = environment[variable.rawValue], !text.isEmpty else { return nil }
    let scalars = text.unicodeScalars
    for (offset, scalar) in scalars.enumerated() where !("!"..."~").contains(scalar) {
      throw .invalidCharacter(variable, scalar, position: offset + 1)
    }
    return text
  }
}
