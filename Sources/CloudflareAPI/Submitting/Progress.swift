/// What a submission is doing, told as it goes.
package enum Progress: Hashable, Sendable {
  /// The request is being sent, for the so-manieth time.
  case sending(attempt: Int)
  /// It waits so many seconds before it sends again, because of this.
  case waiting(seconds: Int, after: Outcome)
  /// It asks the account whether the sink was created after all.
  case checking
}
