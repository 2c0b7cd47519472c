/// Why a text is no base URL to send credentials to.
package struct BaseURLProblem: Error, Hashable, Sendable {
  package enum Fault: Error, Hashable, Sendable {
    case oddCharacter, scheme, plain, userInfo, query, fragment, host, port
  }

  package let source: BaseURL.Source
  /// What was given.
  package let text: String
  package let fault: Fault

  /// The problem and what to do, as one sentence, without what may be a password or a token.
  package var sentence: String { "\(source.rawValue) \(reason)" }

  private var reason: String {
    switch fault {
    case .oddCharacter: "is not a URL: it holds a space or a character that URLs write as %XX"
    case .scheme: "must begin with https://, as in \(BaseURL.standard.text)"
    case .plain:
      "must begin with https://: credentials go over plain http:// to this machine only"
    case .userInfo: "must not hold a user or a password"
    case .query: "must not hold a question mark: the path of the request follows it"
    case .fragment: "must not hold a #: the path of the request follows it"
    case .host: "names no host, as in \(BaseURL.standard.text)"
    case .port: "has a port that is not a number from 1 to 65535"
    }
  }
}
