/// A failure that the sandbox simulates when a sink is created.
package enum FailureMode: String, CaseIterable, Sendable {
  /// Rejects the request with an error about the bucket.
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
