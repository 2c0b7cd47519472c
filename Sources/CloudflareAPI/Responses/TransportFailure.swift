/// A request that received no HTTP response.
package struct TransportFailure: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case refused(host: String)
    case nameNotFound(host: String)
    /// The TLS handshake failed; the associated value is libcurl's message.
    case insecure(String)
    case timedOut(seconds: Int)
    case cancelled
    /// The connection broke; the associated value is libcurl's message.
    case broken(String)
    /// The response exceeded the size limit.
    case tooLong(limit: Int)
    /// The response is not HTTP; the associated value is libcurl's message.
    case notHTTP(String)
    /// The proxy set in an environment variable rejected the connection.
    case proxyRefused(variable: String, status: Int)
    /// The proxy set in an environment variable is unreachable; the string is libcurl's message.
    case proxyUnreachable(variable: String, String)
    /// A host name that must be loopback resolved to another machine.
    case notLoopback(host: String)
    /// libcurl cannot sign requests.
    case cannotSign
    /// libcurl is not installed.
    case noLibrary

    /// Returns the reason with its external text transformed, if it has any.
    func mapText(_ change: (String) -> String) -> Reason {
      switch self {
      case .insecure(let text): .insecure(change(text))
      case .broken(let text): .broken(change(text))
      case .notHTTP(let text): .notHTTP(change(text))
      case .proxyUnreachable(let variable, let text):
        .proxyUnreachable(variable: variable, change(text))
      case .refused, .nameNotFound, .timedOut, .cancelled, .tooLong, .proxyRefused, .notLoopback,
        .cannotSign, .noLibrary:
        self
      }
    }
  }

  package let reason: Reason
  /// Whether the request may have arrived; `false` only if it certainly did not.
  package let mayHaveArrived: Bool

  package init(_ reason: Reason, mayHaveArrived: Bool) {
    self.reason = reason
    self.mayHaveArrived = mayHaveArrived
  }

  /// Whether a retry is safe and may succeed: nothing arrived, and the cause may be temporary.
  package var isRetryable: Bool {
    guard !mayHaveArrived else { return false }
    return switch reason {
    case .refused, .nameNotFound, .broken, .timedOut, .proxyUnreachable: true
    case .proxyRefused, .notLoopback, .insecure, .cancelled, .tooLong, .notHTTP, .noLibrary,
      .cannotSign:
      false
    }
  }
}
