import CloudflareAPI

/// A request that reached the sandbox, taken apart.
struct SandboxRequest: Sendable {
  /// Nil for a method that the API has no use for here.
  let method: APIRequest.Method?
  /// What the path after `/client/v4` leads to; nil when that is nothing.
  let route: Route?
  let query: [String: String]
  let headers: [Header]
  let body: [UInt8]

  /// Takes a request apart: its path has to begin with `/client/v4`.
  init(_ request: HTTPRequest) {
    let isBelow = request.segments.starts(with: ["client", "v4"])
    method = APIRequest.Method(rawValue: request.method)
    route = isBelow ? Route(Array(request.segments.dropFirst(2))) : nil
    query = Dictionary(
      request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    headers = request.headers
    body = request.body
  }

  /// Whether it carries a token, or an email with a key: any that are not empty.
  var hasCredentials: Bool {
    let bearer = headers["Authorization"]?.split(separator: " ") ?? []
    if bearer.count == 2, bearer[0].lowercased() == "bearer" { return true }
    return headers["X-Auth-Email"]?.isEmpty == false && headers["X-Auth-Key"]?.isEmpty == false
  }

  /// A number of the query within bounds; nil when it is none.
  func number(_ name: String, in bounds: ClosedRange<Int>) -> Int? {
    query[name].flatMap { Int($0) }.flatMap { bounds.contains($0) ? $0 : nil }
  }
}

/// What a path below the base URL leads to.
enum Route: Hashable, Sendable {
  case sinks(account: String)
  case sink(String, account: String)
  case buckets
  case bucket(String)
  case tokenStatus

  /// Reads the segments of a path, decoded; nil when they lead nowhere.
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
