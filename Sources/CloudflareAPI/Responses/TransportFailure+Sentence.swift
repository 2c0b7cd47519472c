/// Messages for transport failures. They quote untrusted text.
extension TransportFailure {
  /// The failure, and whether the request may have arrived, in one sentence.
  package var sentence: String {
    mayHaveArrived
      ? "\(reason.words); the request may have arrived" : "\(reason.words); nothing was sent"
  }
}

extension TransportFailure.Reason {
  /// The failure as a clause for use in a sentence.
  package var words: String {
    switch self {
    case .refused(let host): "the connection to \(host) was refused"
    case .nameNotFound(let host): "could not resolve \(host)"
    case .insecure(let text):
      "the TLS connection failed (\(text))"
    case .timedOut(let seconds): "no response arrived within \(seconds) s"
    case .cancelled: "the request was cancelled"
    case .broken(let text): "the connection failed (\(text))"
    case .tooLong(let limit): "the response exceeded \(limit) bytes"
    case .notHTTP(let text): "the server's response is not valid HTTP (\(text))"
    case .proxyRefused(let variable, let status):
      "the proxy in $\(variable) rejected the connection (HTTP \(status))"
    case .proxyUnreachable(let variable, let text):
      "the proxy in $\(variable) is unreachable (\(text))"
    case .notLoopback(let host):
      "\(host) resolves to another machine; use https:// (plain http:// is only for localhost)"
    case .cannotSign: "libcurl is too old to sign requests; install version 7.75 or later"
    case .noLibrary: "cannot load libcurl.so.4; install libcurl4 (the Debian package)"
    }
  }
}
