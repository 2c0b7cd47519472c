/// A response that rejects the request.
package struct Refusal: Error, Hashable, Sendable {
  package let status: Int
  package let errors: [APIError]
  package let rayID: String?
  /// The delay in seconds that the API requested before a retry.
  package let retryAfter: Int?
  /// Whether a bot-protection page answered instead of the API.
  package let isChallenge: Bool

  init(_ response: HTTPResponse, errors: [APIError]) {
    status = response.status
    self.errors = errors
    rayID = response.rayID
    retryAfter = response.retryAfter
    isChallenge = response.isChallenge
  }

  /// Returns whether one of the errors has the given code.
  package func has(code: Int) -> Bool { errors.contains { $0.code == code } }

  /// Whether the API itself answered, and not a proxy or a bot-protection page.
  var isFromAPI: Bool { !errors.isEmpty && !isChallenge }

  /// Whether the API rejects a token, if the request was to verify one: it answers 400 to a
  /// malformed token.
  var rejectsToken: Bool { [400, 401, 403].contains(status) && isFromAPI }

  /// Whether a sink with this name already exists.
  package var isNameTaken: Bool { has(code: 1003) }
}
