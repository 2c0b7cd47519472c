package import SinkSpec

/// A request to the API, independent of the base URL and the credentials.
package struct APIRequest: Hashable, Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case delete = "DELETE"
    case head = "HEAD"
  }

  package let method: Method
  /// The percent-encoded path, relative to the base URL.
  package let path: String
  /// The names and values of the query, not encoded.
  package let query: [Header]
  package let headers: [Header]
  /// The request body; empty if there is none.
  package let body: [UInt8]

  package init(
    _ method: Method, path: [String], query: [Header] = [], headers: [Header] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path.map { "/" + PercentEncoding.encoded($0) }.joined()
    self.query = query
    var all = [Header("Accept", "application/json")] + headers
    if !body.isEmpty { all.append(Header("Content-Type", "application/json")) }
    self.headers = all
    self.body = body
  }

  /// Returns the absolute URL of the request.
  package func url(below base: BaseURL) -> String {
    let pairs = query.map {
      PercentEncoding.encoded($0.name) + "=" + PercentEncoding.encoded($0.value)
    }
    return base.text + path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
  }
}

/// An HTTP header field or a URL query item.
package struct Header: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension [Header] {
  /// The value of the first header with the given name, ignoring case.
  package subscript(name: String) -> String? {
    first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
