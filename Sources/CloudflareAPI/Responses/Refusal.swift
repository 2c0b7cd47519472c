/// An answer that says no.
package struct Refusal: Error, Hashable, Sendable {
  package let status: Int
  package let errors: [APIError]
  package let rayID: String?
  /// The seconds that the API asks to wait.
  package let retryAfter: Int?
  /// Whether a page that guards against robots came instead of the API.
  package let isChallenge: Bool

  init(_ response: HTTPResponse, errors: [APIError]) {
    status = response.status
    self.errors = errors
    rayID = response.rayID
    retryAfter = response.retryAfter
    isChallenge = response.isChallenge
  }

  /// Whether an error has this code.
  package func has(code: Int) -> Bool { errors.contains { $0.code == code } }

  /// Whether the name is taken already.
  package var isNameTaken: Bool { has(code: 1003) }
}
