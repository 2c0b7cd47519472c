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
  package var isWorthRepeating: Bool {
    guard !mayHaveArrived else { return false }
    return switch reason {
    case .refused, .nameNotFound, .broken, .timedOut: true
    case .insecure, .cancelled, .tooLong, .notHTTP, .noLibrary: false
    }
  }
}
