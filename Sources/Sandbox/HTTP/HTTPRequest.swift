import CloudflareAPI

/// A parsed HTTP/1.1 request.
struct HTTPRequest: Equatable, Sendable {
  let method: String
  /// The decoded path segments.
  ///
  /// The path `/` has one empty segment.
  let segments: [String]
  let query: [Header]
  let headers: [Header]
  var body: [UInt8] = []
}

/// An HTTP error that ends the processing of a request.
struct HTTPRefusal: Error, Equatable, Sendable {
  /// The status code (RFC 9110, section 15).
  let status: Int
  let message: String

  init(_ status: Int, _ message: String) {
    self.status = status
    self.message = message
  }

  static func malformed(_ message: String) -> HTTPRefusal { HTTPRefusal(400, message) }
}
