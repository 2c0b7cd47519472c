import CloudflareAPI

/// A parsed request to the sandbox.
struct SandboxRequest: Sendable {
  /// The method; nil if unsupported.
  let method: APIRequest.Method?
  /// The route of the path below `/client/v4`, or of a storage host; nil if there is none.
  let route: Route?
  let query: [String: String]
  let headers: [Header]
  let body: [UInt8]

  /// Parses a request.
  ///
  /// Its path must begin with `/client/v4`, or with the name of a storage host.
  init(_ request: HTTPRequest) {
    let isBelow = request.segments.starts(with: ["client", "v4"])
    method = APIRequest.Method(rawValue: request.method)
    route =
      isBelow
      ? Route(Array(request.segments.dropFirst(2))) : Route(storage: request.segments)
    query = Dictionary(
      request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    headers = request.headers
    body = request.body
  }

  /// The token; nil if there is none.
  var bearer: String? {
    let words = headers["Authorization"]?.split(separator: " ") ?? []
    return words.count == 2 && words[0].lowercased() == "bearer" ? String(words[1]) : nil
  }

  /// The access key of a request signed with AWS Signature Version 4; nil if it is not signed.
  var signingKey: String? {
    let words = headers["Authorization"]?.split(separator: " ") ?? []
    guard words.first == "AWS4-HMAC-SHA256", words.contains(where: { $0.hasPrefix("Signature=") })
    else { return nil }
    return words.first { $0.hasPrefix("Credential=") }
      .flatMap { $0.dropFirst("Credential=".count).split(separator: "/").first.map(String.init) }
  }

  /// Whether the request is for a storage host, which checks its own credentials.
  var isForStorage: Bool {
    switch route {
    case .storage, .catalogConfiguration: true
    default: false
    }
  }

  /// Whether the request has a nonempty token, or a nonempty email and key.
  var hasCredentials: Bool {
    if bearer != nil { return true }
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
  case accounts
  case streams
  case validateSQL(account: String)
  case catalogs
  case catalog(bucket: String)
  case namespaces(bucket: String)
  case tables(bucket: String, namespace: String)
  /// A bucket on its S3 host.
  case storage(bucket: String, jurisdiction: String)
  /// The configuration of the Iceberg REST catalog of a bucket.
  case catalogConfiguration(bucket: String)

  /// Creates the route of decoded path segments; nil if there is none.
  init?(_ segments: [String]) {
    if segments == ["user", "tokens", "verify"] {
      self = .tokenStatus
      return
    }
    if segments == ["accounts"] {
      self = .accounts
      return
    }
    guard segments.count > 2, segments[0] == "accounts", !segments[1].isEmpty else { return nil }
    self.init(Array(segments.dropFirst(2)), account: segments[1])
  }

  private init?(_ rest: [String], account: String) {
    let last = rest.last ?? ""
    switch rest.count {
    case 3 where rest == ["pipelines", "v1", "sinks"]: self = .sinks(account: account)
    case 3 where rest == ["pipelines", "v1", "streams"]: self = .streams
    case 3 where rest == ["pipelines", "v1", "validate_sql"]: self = .validateSQL(account: account)
    case 4 where rest.starts(with: ["pipelines", "v1", "sinks"]):
      self = .sink(last, account: account)
    case 2 where rest == ["r2", "buckets"]: self = .buckets
    case 3 where rest.starts(with: ["r2", "buckets"]): self = .bucket(last)
    case 1 where rest == ["r2-catalog"]: self = .catalogs
    case 2 where rest[0] == "r2-catalog": self = .catalog(bucket: last)
    case 3 where rest[0] == "r2-catalog" && last == "namespaces":
      self = .namespaces(bucket: rest[1])
    case 5 where rest[0] == "r2-catalog" && rest[2] == "namespaces" && last == "tables":
      self = .tables(bucket: rest[1], namespace: rest[3])
    case 2 where rest == ["tokens", "verify"]: self = .tokenStatus
    default: return nil
    }
  }

  /// Creates the route of a storage host, whose name is the first segment; nil if there is none.
  init?(storage segments: [String]) {
    let host = segments.first?.split(separator: ".").map(String.init) ?? []
    if segments.count == 2, host.suffix(3) == ["r2", "cloudflarestorage", "com"],
      (4...5).contains(host.count)
    {
      self = .storage(bucket: segments[1], jurisdiction: host.count == 5 ? host[1] : "default")
    } else if segments.count == 5, host == ["catalog", "cloudflarestorage", "com"],
      segments.suffix(2) == ["v1", "config"]
    {
      self = .catalogConfiguration(bucket: segments[2])
    } else {
      return nil
    }
  }

  /// Returns the endpoint whose simulated failure applies.
  func endpoint(_ method: APIRequest.Method?) -> SandboxEndpoint {
    switch self {
    case .sinks: method == .post ? .create : .sinks
    case .sink: .sinks
    case .buckets, .bucket: .buckets
    case .tokenStatus: .token
    case .accounts: .accounts
    case .streams: .streams
    case .validateSQL: .sql
    case .catalogs, .catalog: .catalog
    case .namespaces: .namespaces
    case .tables: .tables
    case .storage: .keys
    case .catalogConfiguration: .iceberg
    }
  }
}
