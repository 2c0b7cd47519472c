/// A failure that the sandbox simulates for an endpoint.
package enum FailureMode: String, CaseIterable, Sendable {
  /// Rejects the request: a new sink because of its bucket, a read because a permission is missing.
  case refuse
  /// Responds with 429 and `Retry-After`.
  case throttle
  /// Responds with 500.
  case fail
  /// Closes the connection without storing the sink.
  case dropBefore = "drop-before"
  /// Stores the sink, then closes the connection.
  case dropAfter = "drop-after"
  /// Never responds, without storing the sink.
  case stall
  /// Responds with 200 and an HTML page instead of JSON.
  case nonsense
}

/// An endpoint of the sandbox that can be made to fail.
package enum SandboxEndpoint: String, CaseIterable, Sendable {
  case create, sinks, streams, sql, accounts, token, buckets, catalog, namespaces, tables
  /// The S3 endpoint of a bucket, where R2 keys sign the requests.
  case keys
  /// The Iceberg REST endpoint of a catalog, where sinks use a token.
  case iceberg
}

/// A failure of one endpoint.
package struct SimulatedFailure: Hashable, Sendable {
  package let endpoint: SandboxEndpoint
  package let mode: FailureMode

  package init(_ mode: FailureMode, of endpoint: SandboxEndpoint = .create) {
    self.endpoint = endpoint
    self.mode = mode
  }

  /// Parses `MODE`, which applies to creating sinks, or `ENDPOINT=MODE`.
  package init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let mode = parts.last.flatMap({ FailureMode(rawValue: String($0)) }) else { return nil }
    guard parts.count == 2 else {
      self.init(mode)
      return
    }
    guard let endpoint = SandboxEndpoint(rawValue: String(parts[0])) else { return nil }
    self.init(mode, of: endpoint)
  }
}
