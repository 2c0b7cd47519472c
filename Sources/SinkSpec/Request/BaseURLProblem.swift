/// The reason that a text is not a safe base URL.
package struct BaseURLProblem: Error, Hashable, Sendable {
  package enum Fault: Error, Hashable, Sendable {
    case disallowedCharacter, scheme, plain, userInfo, query, fragment, host, port
  }

  package let source: BaseURL.Source
  /// The invalid text.
  package let text: String
  package let fault: Fault

  /// The problem and its fix in one sentence, without passwords or tokens from the URL.
  package var sentence: String { "\(source.rawValue) \(reason)" }

  private var reason: String {
    switch fault {
    case .disallowedCharacter:
      "is not a URL: it contains a space or a character that must be percent-encoded"
    case .scheme: "must begin with https://, such as \(BaseURL.standard.text)"
    case .plain:
      "must begin with https://: plain http:// is allowed only for this machine"
    case .userInfo: "must not contain a user name or password"
    case .query: "must not contain a query: the request's path is appended to it"
    case .fragment: "must not contain a fragment: the request's path is appended to it"
    case .host: "has no valid host; expected a URL such as \(BaseURL.standard.text)"
    case .port: "has a port that is not a number from 1 to 65535"
    }
  }
}
