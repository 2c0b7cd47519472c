/// An HTTP response as received: unparsed and untrusted.
package struct HTTPResponse: Hashable, Sendable {
  package let status: Int
  package let headers: [Header]
  package let body: [UInt8]

  package init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The Ray ID, which Cloudflare support uses to find a request.
  package var rayID: String? {
    headers["cf-ray"].map { String($0.prefix(64)) }
  }

  /// The delay in seconds of a `Retry-After` header, or `nil` if it is missing or a date.
  package var retryAfter: Int? {
    guard let text = headers["retry-after"], text.utf8.count < 10,
      let seconds = Int(text), seconds >= 0
    else { return nil }
    return seconds
  }

  /// Whether a bot-protection page answered instead of the API.
  package var isChallenge: Bool { headers["cf-mitigated"] == "challenge" }
}
