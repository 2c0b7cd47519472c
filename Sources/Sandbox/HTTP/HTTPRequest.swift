import CloudflareAPI

/// A request as it came over HTTP/1.1, taken apart and decoded.
struct HTTPRequest: Equatable, Sendable {
  let method: String
  /// What stands between the slashes of the path; one that is empty is the path `/`.
  let segments: [String]
  let query: [Header]
  let headers: [Header]
  var body: [UInt8] = []
}

/// Why a request is answered without being looked at any further.
struct HTTPRefusal: Error, Equatable, Sendable {
  /// The status of the answer, RFC 9110 section 15.
  let status: Int
  let message: String

  init(_ status: Int, _ message: String) {
    self.status = status
    self.message = message
  }

  static func malformed(_ message: String) -> HTTPRefusal { HTTPRefusal(400, message) }
}
