import SinkSpec

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

  /// The Ray ID, by which Cloudflare support finds a request.
  package var rayID: String? {
    headers["cf-ray"].map { String($0.prefix(64)) }
  }

  /// The time at the server when it sent the response.
  var date: Timestamp? { headers["date"].flatMap { Timestamp(httpDate: $0) } }

  /// The delay in seconds of a `Retry-After` header, or `nil` if it is missing or invalid.
  ///
  /// A date is compared with the response's `Date`. The delay is `Int.max` if the number overflows,
  /// or if there is no `Date` to compare with.
  package var retryAfter: Int? {
    guard let text = headers["retry-after"], !text.isEmpty else { return nil }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Int(text) ?? .max }
    guard let end = Timestamp(httpDate: text) else { return nil }
    guard let start = date else { return .max }
    return Int(max(0, end.secondsSinceEpoch - start.secondsSinceEpoch))
  }

  /// Whether a bot-protection page answered instead of the API.
  package var isChallenge: Bool { headers["cf-mitigated"] == "challenge" }
}
