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
    guard let text = PercentCoding.decoded(text, plusIsSpace: isQuery) else {
      throw .malformed("The target has invalid percent-encoding")
    }
    return text
  }
}

/// Percent-encoding of URLs (RFC 3986, section 2.1).
enum PercentCoding {
  /// Percent-decodes a component of a path or query.
  ///
  /// - Parameters:
  ///   - text: The encoded component.
  ///   - plusIsSpace: Whether a plus sign decodes to a space, as in form-encoded queries.
  /// - Returns: The text; nil if the encoding is invalid or the result is not UTF-8.
  static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    guard UTF8Validity.firstInvalidOffset(in: bytes) == nil else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
