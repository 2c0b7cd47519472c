/// How often and after which pauses a request is sent again that did nothing: pure, without a clock.
package struct RetryPolicy: Hashable, Sendable {
  /// How often it is sent again at most.
  package let repeats: Int
  /// The longest pause, in seconds, that is waited for.
  package let longestPause: Int

  package init(repeats: Int = 3, longestPause: Int = 60) {
    self.repeats = repeats
    self.longestPause = longestPause
  }

  /// The pause before sending again.
  ///
  /// - Parameters:
  ///   - attempt: how often it was sent, from 1.
  ///   - retryAfter: the seconds that the API asks to wait.
  /// - Returns: seconds; nil to give up, also when the API asks for more than is waited for.
  package func pause(afterAttempt attempt: Int, retryAfter: Int?) -> Int? {
    guard attempt <= repeats else { return nil }
    // 1 s, 2 s, 4 s: a service that just starts again is not hammered.
    let seconds = retryAfter ?? 1 << min(attempt - 1, 16)
    return seconds <= longestPause ? seconds : nil
  }
}
