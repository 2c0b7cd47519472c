/// The number of retries and the delays between them, as a pure value without a clock.
package struct RetryPolicy: Hashable, Sendable {
  /// The maximum number of retries.
  package let maximumRetries: Int
  /// The maximum delay, in seconds.
  package let maximumDelay: Int

  /// How long to keep looking for a sink whose creation was not confirmed, in seconds.
  package let confirmationTime: Int

  package init(maximumRetries: Int = 3, maximumDelay: Int = 60, confirmationTime: Int = 30) {
    self.maximumRetries = maximumRetries
    self.maximumDelay = maximumDelay
    self.confirmationTime = confirmationTime
  }

  /// The pauses in seconds between lookups, which add up to ``confirmationTime``.
  var confirmationDelays: [Int] {
    var delays: [Int] = []
    var rest = confirmationTime
    while rest > 0 {
      let delay = min(rest, 1 << min(delays.count, 3))
      delays.append(delay)
      rest -= delay
    }
    return delays
  }

  /// Returns the delay before a retry.
  ///
  /// - Parameters:
  ///   - attempt: The number of attempts so far, starting at 1.
  ///   - retryAfter: The delay in seconds that the API requested.
  /// - Returns: The delay in seconds, or `nil` to give up, for example if the API requests more
  ///   than ``maximumDelay``.
  package func delay(afterAttempt attempt: Int, retryAfter: Int?) -> Int? {
    guard attempt <= maximumRetries else { return nil }
    // Exponential backoff: 1 s, 2 s, 4 s.
    let seconds = retryAfter ?? 1 << min(attempt - 1, 16)
    return seconds <= maximumDelay ? seconds : nil
  }
}
