/// Where the API is: `https://host/path`, to which the path of a request is added.
package struct BaseURL: Hashable, Sendable {
  /// The URL without a slash at its end.
  package let text: String
  /// Host and port, as the `Host` header has them.
  package let host: String
  /// The path that every request begins with; empty or beginning with a slash.
  package let path: String

  /// Where the API is unless the operator says otherwise.
  package static let standard = BaseURL(
    text: "https://api.cloudflare.com/client/v4", host: "api.cloudflare.com", path: "/client/v4")

  private init(text: String, host: String, path: String) {
    self.text = text
    self.host = host
    self.path = path
  }

  /// Reads a base URL; nil when it is none.
  ///
  /// - Parameter text: `http://` or `https://`, a host, perhaps a port and a path; no user, query,
  ///   fragment, space or character that a URL must encode.
  package init?(_ text: String) {
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
    let unwanted = "\"'<>\\^`{|}?#@$!()*;& "
    guard
      text.unicodeScalars.allSatisfy({
        $0.isASCII && $0.value > 0x20 && $0.value < 0x7F && !unwanted.unicodeScalars.contains($0)
      })
    else { return nil }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    guard !host.isEmpty else { return nil }
    self.init(text: text, host: String(host), path: String(rest.dropFirst(host.count)))
  }
}
