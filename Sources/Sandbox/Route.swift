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
