import CloudflareAPI
import SinkSpec

/// The target of a request: a path and a query (RFC 9112, section 3.2).
struct RequestTarget {
  let segments: [String]
  let query: [Header]

  /// Parses a target such as `/a%20b/c?d=e`, or a complete URL, whose host is ignored.
  init(_ text: Substring) throws(HTTPRefusal) {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .malformed("The target contains invalid characters")
    }
    let parts = try Self.withoutHost(text).split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let segments = parts[0].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    self.segments = try segments.map { (segment) throws(HTTPRefusal) in
      try Self.decoded(segment)
    }
    query = try (parts.count > 1 ? parts[1].split(separator: "&") : []).map {
      (pair) throws(HTTPRefusal) in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return Header(
        try Self.decoded(sides[0], isQuery: true),
        sides.count > 1 ? try Self.decoded(sides[1], isQuery: true) : "")
    }
  }

  private static func withoutHost(_ text: Substring) throws(HTTPRefusal) -> Substring {
    if text.hasPrefix("/") { return text }
    guard text.lowercased().hasPrefix("http://") else {
      throw .malformed("The target is not a path")
    }
    let path = text.dropFirst("http://".utf8.count).drop { $0 != "/" && $0 != "?" }
    return path.hasPrefix("/") ? path : "/" + path
  }

  private static func decoded(_ text: Substring, isQuery: Bool = false) throws(HTTPRefusal)
    -> String
  {
    guard let text = PercentEncoding.decoded(text, plusIsSpace: isQuery) else {
      throw .malformed("The target has invalid percent-encoding")
    }
    return text
  }
}
