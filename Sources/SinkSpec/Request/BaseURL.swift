/// The API's base URL.
package struct BaseURL: Hashable, Sendable {
  /// The URL without a trailing slash.
  package let text: String
  /// The host, without the brackets of an IPv6 address.
  package let host: String

  /// The host and port, as in the `Host` header.
  package var authority: String { String(afterScheme.prefix { $0 != "/" }) }
  /// The path prefix of every request; empty, or beginning with a slash.
  package var path: String { String(afterScheme.drop { $0 != "/" }) }

  /// The identity of the API: host and port, and the path unless it is that of Cloudflare's API.
  package var endpoint: String {
    let endpoint = authority.lowercased() + (path == Self.standard.path ? "" : path)
    return endpoint == UnconfirmedRequest.sandbox ? "https://\(endpoint)" : endpoint
  }

  private var afterScheme: Substring { text.drop { $0 != "/" }.dropFirst(2) }

  /// Cloudflare's API.
  package static let standard = BaseURL(
    checkedText: "https://api.cloudflare.com/client/v4", host: "api.cloudflare.com")

  /// The source of a base URL.
  package enum Source: String, CaseIterable, Sendable {
    case option = "--base-url"
    case variable = "CLOUDFLARE_API_BASE_URL"
    /// The variable that Cloudflare's Python SDK and Terraform provider read.
    case sdkVariable = "CLOUDFLARE_BASE_URL"
  }

  /// Returns the base URL from the option, the environment, or the default, in this order.
  ///
  /// - Parameters:
  ///   - option: The value of `--base-url`.
  ///   - environment: The variables by name. Empty variables count as unset.
  /// - Returns: The base URL.
  /// - Throws: ``BaseURLProblem`` if the first source that is set has an invalid URL.
  package static func chosen(
    option: String?, environment: [String: String]
  ) throws(BaseURLProblem) -> BaseURL {
    if let option { return try BaseURL(option, from: .option) }
    for source in [Source.variable, .sdkVariable] {
      if let text = environment[source.rawValue], !text.isEmpty {
        return try BaseURL(text, from: source)
      }
    }
    return standard
  }

  /// Parses a base URL.
  ///
  /// Plain `http://` is accepted only for loopback hosts.
  package init(_ text: String, from source: Source = .option) throws(BaseURLProblem) {
    func problem(_ fault: BaseURLProblem.Fault) -> BaseURLProblem {
      BaseURLProblem(source: source, text: text, fault: fault)
    }
    guard text.unicodeScalars.allSatisfy({ ("!"..."~").contains($0) && $0 != "\\" }) else {
      throw problem(.disallowedCharacter)
    }
    let lowercased = text.lowercased()
    let scheme = ["https://", "http://"].first { lowercased.hasPrefix($0) }
    guard let scheme else { throw problem(.scheme) }
    let rest = text.dropFirst(scheme.utf8.count)
    if rest.contains("?") { throw problem(.query) }
    if rest.contains("#") { throw problem(.fragment) }
    let authority = rest.prefix { $0 != "/" }
    if authority.contains("@") { throw problem(.userInfo) }
    let host: String
    do throws(BaseURLProblem.Fault) {
      host = try Self.host(of: authority)
    } catch {
      throw problem(error)
    }
    guard scheme == "https://" || Self.isLoopback(host) else { throw problem(.plain) }
    var path = rest.dropFirst(authority.utf8.count)
    while path.last == "/" { path.removeLast() }
    guard path.utf8.allSatisfy({ Self.isHostByte($0) || "/%~!$&'()*+,;=:@".utf8.contains($0) })
    else {
      throw problem(.disallowedCharacter)
    }
    self.init(checkedText: scheme + authority + path, host: host)
  }

  private init(checkedText: String, host: String) {
    text = checkedText
    self.host = host
  }

  /// Returns the host of `host`, `host:port`, `[address]` or `[address]:port`, if both are valid.
  private static func host(of authority: Substring) throws(BaseURLProblem.Fault) -> String {
    let host: Substring
    let end: Substring
    if authority.first == "[" {
      guard let bracket = authority.firstIndex(of: "]") else { throw .host }
      host = authority[authority.index(after: authority.startIndex)..<bracket]
      end = authority[authority.index(after: bracket)...]
      guard host.contains(":"),
        host.utf8.allSatisfy({ JSONStringEscapes.hexDigit($0) != nil || ":.".utf8.contains($0) })
      else { throw .host }
    } else {
      host = authority.prefix { $0 != ":" }
      end = authority[host.endIndex...]
      guard !host.isEmpty, host.utf8.allSatisfy({ Self.isHostByte($0) }) else { throw .host }
    }
    if end.isEmpty { return String(host) }
    let port = end.dropFirst()
    guard end.first == ":", port.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(port), (1...65_535).contains(number)
    else { throw .port }
    return String(host)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._".utf8.contains(byte)
  }

  /// Whether the host is a loopback host, the only kind allowed with plain `http://`.
  package var isLoopback: Bool { Self.isLoopback(host) }

  /// Returns whether a host is `localhost`, `::1`, or a full 127.x.x.x address.
  static func isLoopback(_ host: String) -> Bool {
    if host.lowercased() == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    // Some resolvers read parts with a leading zero as octal.
    let numbers = parts.compactMap { $0 == "0" || $0.first != "0" ? UInt8($0) : nil }
    return parts.count == 4 && numbers.count == 4 && numbers[0] == 127
      && parts.allSatisfy { $0.first != "+" }
  }
}
