/// What came back over the network: not yet read, and not to be trusted.
package struct HTTPResponse: Hashable, Sendable {
  package let status: Int
  package let headers: [Header]
  package let body: [UInt8]

  package init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The number by which the vendor's support finds the request.
  package var rayID: String? {
    headers["cf-ray"].map { String($0.prefix(64)) }
  }

  /// The seconds to wait that `Retry-After` names; nil without one, or when it is a date.
  package var retryAfter: Int? {
    guard let text = headers["retry-after"], text.utf8.count < 10,
      let seconds = Int(text), seconds >= 0
    else { return nil }
    return seconds
  }

  /// Whether a page that guards against robots came instead of the API.
  package var isChallenge: Bool { headers["cf-mitigated"] == "challenge" }
}
