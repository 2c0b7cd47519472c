/// How often and after which pauses a request is sent again that did nothing: pure, without a clock.
package struct RetryPolicy: Hashable, Sendable {
  /// How often it is sent again at most.
  package let maximumRetries: Int
  /// The longest pause, in seconds, that is waited for.
  package let maximumDelay: Int

  package init(maximumRetries: Int = 3, maximumDelay: Int = 60) {
    self.maximumRetries = maximumRetries
    self.maximumDelay = maximumDelay
  }

  /// The pause before sending again.
  ///
  /// - Parameters:
  ///   - attempt: how often it was sent, from 1.
  ///   - retryAfter: the seconds that the API asks to wait.
  /// - Returns: seconds; nil to give up, also when the API asks for more than is waited for.
  package func delay(afterAttempt attempt: Int, retryAfter: Int?) -> Int? {
    guard attempt <= maximumRetries else { return nil }
    // 1 s, 2 s, 4 s: a service that just starts again is not hammered.
    let seconds = retryAfter ?? 1 << min(attempt - 1, 16)
    return seconds <= maximumDelay ? seconds : nil
  }
}
