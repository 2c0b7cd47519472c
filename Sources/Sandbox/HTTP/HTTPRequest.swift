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

  /// Whether the `Host` is this machine, on any port, because a tunnel may change the port.
  ///
  /// Rejecting other hosts prevents DNS rebinding, in which a web page reaches the sandbox under a
  /// host name that resolves to loopback.
  var isForThisMachine: Bool {
    guard let host = headers["Host"] else { return true }
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
    return ["localhost", "[::1]"].contains(name.lowercased())
      || name.hasPrefix("127.") && name.utf8.allSatisfy { $0 == 0x2E || (0x30...0x39).contains($0) }
  }
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
