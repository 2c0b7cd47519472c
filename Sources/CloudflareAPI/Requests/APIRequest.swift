package import SinkSpec

/// What is asked of the API, apart from where it is and who asks.
package struct APIRequest: Hashable, Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case delete = "DELETE"
  }

  package let method: Method
  /// The path after the base URL, percent-encoded.
  package let path: String
  /// The query's names and values, not encoded.
  package let query: [Header]
  package let headers: [Header]
  /// The bytes that are sent; empty for none.
  package let body: [UInt8]

  package init(
    _ method: Method, path: [String], query: [Header] = [], headers: [Header] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path.map { "/" + Self.encoded($0) }.joined()
    self.query = query
    var all = [Header("Accept", "application/json")] + headers
    if !body.isEmpty { all.append(Header("Content-Type", "application/json")) }
    self.headers = all
    self.body = body
  }

  /// The whole URL below a base URL.
  package func url(below base: BaseURL) -> String {
    let pairs = query.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }
    return base.text + path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
  }

  /// A text as a segment of a path or a part of a query: all but RFC 3986's unreserved as %XX.
  static func encoded(_ text: String) -> String {
    let unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8
    // A segment of dots alone would lead up in the path.
    let isDots = text == "." || text == ".."
    return text.utf8.map { byte in
      if unreserved.contains(byte), !isDots { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }.joined()
  }
}
