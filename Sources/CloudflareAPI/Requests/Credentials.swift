/// What proves to the API who asks.
package enum Credentials: Hashable, Sendable {
  /// An API token.
  case token(String)
  /// The email of a user, and the user's global key.
  case key(String, email: String)

  /// Takes the credentials from environment variables; a token wins over a key.
  ///
  /// - Parameter environment: the variables by name; one that is empty counts as not set.
  /// - Throws: ``CredentialsProblem``, before anything is sent.
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

  /// The environment variables that credentials come from, as the vendor's tools name them.
  package enum Variable: String, CaseIterable, Sendable {
    case token = "CLOUDFLARE_API_TOKEN"
    case email = "CLOUDFLARE_EMAIL"
    case key = "CLOUDFLARE_API_KEY"
  }

  /// Says that the token is used, when a complete pair of email and key is set as well; nil else.
  package static func choiceNote(environment: [String: String]) -> String? {
    guard Variable.allCases.allSatisfy({ environment[$0.rawValue]?.isEmpty == false }) else {
      return nil
    }
    return "CLOUDFLARE_API_TOKEN is used; CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY are set too"
  }

  /// The headers that carry the credentials.
  package var headers: [Header] {
    switch self {
    case .token(let token): [Header("Authorization", "Bearer \(token)")]
    case .key(let key, let email): [Header("X-Auth-Email", email), Header("X-Auth-Key", key)]
    }
  }

  /// What must not be shown of them.
  package var secret: String {
    switch self {
    case .token(let token): token
    case .key(let key, _): key
    }
  }

  /// A variable that must be one word of visible ASCII, since it becomes a header as it is.
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
