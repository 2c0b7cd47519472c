/// Why no answer came over the network.
package struct TransportFailure: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case refused(host: String)
    case nameNotFound(host: String)
    /// No encrypted connection came about; the text is the library's.
    case insecure(String)
    case timedOut(seconds: Int)
    case cancelled
    /// The connection broke; the text is the library's.
    case broken(String)
    /// More bytes came than an answer of the API has.
    case tooLong(limit: Int)
    /// What came is not HTTP; the text is the library's.
    case notHTTP(String)
    /// The proxy that an environment variable names refused to connect to the API.
    case proxyRefused(variable: String, status: Int)
    /// The proxy that an environment variable names could not be reached; the text is the library's.
    case proxyUnreachable(variable: String, String)
    /// The host is meant to be this machine, but its name leads to another one.
    case notLoopback(host: String)
    /// libcurl is not installed.
    case noLibrary
  }

  package let reason: Reason
  /// Whether the request may have arrived: false only where that is certain.
  package let mayHaveArrived: Bool

  package init(_ reason: Reason, mayHaveArrived: Bool) {
    self.reason = reason
    self.mayHaveArrived = mayHaveArrived
  }

  /// Whether the same request may be sent again: nothing arrived, and another time it may.
  package var isRetryable: Bool {
    guard !mayHaveArrived else { return false }
    return switch reason {
    case .refused, .nameNotFound, .broken, .timedOut, .proxyUnreachable: true
    case .proxyRefused, .notLoopback, .insecure, .cancelled, .tooLong, .notHTTP, .noLibrary: false
    }
  }
}
