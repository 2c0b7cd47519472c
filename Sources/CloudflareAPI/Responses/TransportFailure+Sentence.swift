/// The sentences for what happens on the network; what they quote is data from outside.
extension TransportFailure {
  /// What happened and what is known of the request, as one sentence.
  package var sentence: String {
    mayHaveArrived
      ? "\(reason.words); the request may have arrived" : "\(reason.words); nothing was sent"
  }
}

extension TransportFailure.Reason {
  /// What happened, to stand in a sentence.
  package var words: String {
    switch self {
    case .refused(let host): "the connection to \(host) was refused"
    case .nameNotFound(let host): "no address was found for \(host)"
    case .insecure(let text):
      "no secure connection came about (\(text))"
    case .timedOut(let seconds): "no answer came within \(seconds) s"
    case .cancelled: "the answer was not waited for"
    case .broken(let text): "the connection failed (\(text))"
    case .tooLong(let limit): "the answer was longer than \(limit) bytes"
    case .notHTTP(let text): "what answered does not speak HTTP (\(text))"
    case .proxyRefused(let variable, let status):
      "the proxy in $\(variable) refused to connect to the API (HTTP \(status))"
    case .proxyUnreachable(let variable, let text):
      "the proxy in $\(variable) could not be reached (\(text))"
    case .notLoopback(let host):
      "\(host) is another machine here, and plain http:// is for this machine only"
    case .noLibrary: "libcurl.so.4 cannot be loaded; Debian has it in the package libcurl4"
    }
  }
}
