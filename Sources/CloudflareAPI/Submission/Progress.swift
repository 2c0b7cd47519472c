/// A step of a submission in progress.
package enum Progress: Hashable, Sendable {
  /// The request is being sent; attempts start at 1.
  case sending(attempt: Int)
  /// The client waits before a retry, because of the given outcome.
  case waiting(seconds: Int, after: Outcome)
  /// The client checks whether the sink was created.
  case checking
}
