import CloudflareAPI

/// The request line and headers of a request (RFC 9112, sections 3 and 5).
struct RequestHead {
  /// The request without its body.
  let request: HTTPRequest
  /// The size of the body, in bytes.
  let bodyLength: Int
  /// Whether the client expects `100 Continue` before it sends the body.
  let expectsContinue: Bool

  /// Parses a head.
  ///
  /// - Parameters:
  ///   - lines: The lines without CRLF, and without the final empty line.
  ///   - bodyLimit: The maximum size of the body, in bytes.
  /// - Throws: ``HTTPRefusal`` if the request is invalid.
  init(lines: [ArraySlice<UInt8>], bodyLimit: Int) throws(HTTPRefusal) {
    let parts = String(decoding: lines.first ?? [], as: UTF8.self)
      .split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, Self.isToken(parts[0]), parts[2].hasPrefix("HTTP/") else {
      throw .malformed("The first line is not a request line")
    }
    guard parts[2] == "HTTP/1.1" || parts[2] == "HTTP/1.0" else {
      throw HTTPRefusal(505, "Only HTTP/1.1 is supported")
    }
    let target = try RequestTarget(parts[1])
    let headers = try lines.dropFirst().map { (line) throws(HTTPRefusal) in
      try Self.header(line)
    }
    let isCurrent = parts[2] == "HTTP/1.1"
    let hosts = headers.count { $0.name.lowercased() == "host" }
    guard hosts == 1 || hosts == 0 && !isCurrent else {
      throw .malformed("A request must have exactly one Host header")
    }
    bodyLength = try Self.bodyLength(headers, limit: bodyLimit)
    let expected = isCurrent ? headers["Expect"]?.lowercased() : nil
    guard expected == nil || expected == "100-continue" else {
      throw HTTPRefusal(417, "Only the expectation 100-continue is supported")
    }
    expectsContinue = expected != nil
    request = HTTPRequest(
      method: String(parts[0]), segments: target.segments, query: target.query, headers: headers)
  }

  private static func header(_ line: ArraySlice<UInt8>) throws(HTTPRefusal) -> Header {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      throw .malformed("A header has no colon")
    }
    let name = String(decoding: line[..<colon], as: UTF8.self)
    guard isToken(name) else { throw .malformed("A header name contains invalid characters") }
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let start = line[(colon + 1)...].drop(while: isSpace)
    let end = start.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start.startIndex
    let value = start[..<end]
    guard value.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else {
      throw .malformed("A header contains control characters")
    }
    return Header(name, String(decoding: value, as: UTF8.self))
  }

  private static func bodyLength(_ headers: [Header], limit: Int) throws(HTTPRefusal) -> Int {
    guard headers["Transfer-Encoding"] == nil else {
      throw HTTPRefusal(411, "A body requires Content-Length")
    }
    let lengths = Set(headers.filter { $0.name.lowercased() == "content-length" }.map(\.value))
    guard let text = lengths.first else { return 0 }
    guard lengths.count == 1, !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw .malformed("Content-Length is not a number") }
    // A length that overflows Int exceeds the limit, too.
    guard let length = Int(text), length <= limit else {
      throw HTTPRefusal(413, "The body exceeds \(limit) bytes")
    }
    return length
  }

  /// Returns whether a text is a token (RFC 9110, section 5.6.2), such as a method or header name.
  private static func isToken(_ text: some StringProtocol) -> Bool {
    let symbols = "!#$%&'*+-.^_`|~".utf8
    return !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: symbols.contains(byte)
        }
      }
  }
}
