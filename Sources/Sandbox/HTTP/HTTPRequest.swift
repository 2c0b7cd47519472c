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
