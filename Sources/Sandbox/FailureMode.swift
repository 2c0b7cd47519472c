/// How the sandbox misbehaves when a sink is created, so that it can be rehearsed.
package enum FailureMode: String, CaseIterable, Sendable {
  /// Says no, with an error about the bucket.
  case refuse
  /// Says that it was too much (429), with `Retry-After`.
  case throttle
  /// Answers 500.
  case fail
  /// Closes the connection, having stored nothing.
  case dropBefore = "drop-before"
  /// Stores the sink, then closes the connection.
  case dropAfter = "drop-after"
  /// Stores nothing and never answers.
  case stall
  /// Answers 200 with a page that is no answer of the API.
  case nonsense
}
