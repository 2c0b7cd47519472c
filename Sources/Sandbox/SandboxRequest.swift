import CloudflareAPI

/// A parsed request to the sandbox.
struct SandboxRequest: Sendable {
  /// The method; nil if unsupported.
  let method: APIRequest.Method?
  /// The route of the path below `/client/v4`; nil if there is none.
  let route: Route?
  let query: [String: String]
  let headers: [Header]
  let body: [UInt8]

  /// Parses a request.
  ///
  /// Its path must begin with `/client/v4`.
  init(_ request: HTTPRequest) {
    let isBelow = request.segments.starts(with: ["client", "v4"])
    method = APIRequest.Method(rawValue: request.method)
    route = isBelow ? Route(Array(request.segments.dropFirst(2))) : nil
    query = Dictionary(
      request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    headers = request.headers
    body = request.body
  }

  /// Whether it has a nonempty token, or a nonempty email and key.
  var hasCredentials: Bool {
    let bearer = headers["Authorization"]?.split(separator: " ") ?? []
    if bearer.count == 2, bearer[0].lowercased() == "bearer" { return true }
    return headers["X-Auth-Email"]?.isEmpty == false && headers["X-Auth-Key"]?.isEmpty == false
  }

  /// Returns a query parameter as a number; nil if it is invalid or out of bounds.
  func number(_ name: String, in bounds: ClosedRange<Int>) -> Int? {
    query[name].flatMap { Int($0) }.flatMap { bounds.contains($0) ? $0 : nil }
  }
}

/// A route below the base URL.
enum Route: Hashable, Sendable {
  case sinks(account: String)
  case sink(String, account: String)
  case buckets
  case bucket(String)
  case tokenStatus

  /// Creates the route of decoded path segments; nil if there is none.
  init?(_ segments: [String]) {
    if segments == ["user", "tokens", "verify"] {
      self = .tokenStatus
      return
    }
    guard segments.count > 2, segments[0] == "accounts", !segments[1].isEmpty else { return nil }
    let account = segments[1]
    let rest = Array(segments.dropFirst(2))
    switch rest.count {
    case 3 where rest == ["pipelines", "v1", "sinks"]: self = .sinks(account: account)
    case 4 where rest.starts(with: ["pipelines", "v1", "sinks"]):
      self = .sink(rest[3], account: account)
    case 2 where rest == ["r2", "buckets"]: self = .buckets
    case 3 where rest.starts(with: ["r2", "buckets"]): self = .bucket(rest[2])
    case 2 where rest == ["tokens", "verify"]: self = .tokenStatus
    default: return nil
    }
  }
}
