import CloudflareAPI

extension FailureMode {
  /// The reaction to any request other than one that creates a sink.
  var reaction: SandboxAPI.Reaction {
    switch self {
    case .refuse:
      let error = APIError(
        code: 10000, message: "Authentication error (simulated by --fail refuse)")
      return .answer(Envelope.failure(403, [error]))
    case .throttle:
      return .answer(
        Envelope.failure(
          429, [APIError(code: 971, message: "Too many requests (simulated by --fail throttle)")],
          headers: [Header("Retry-After", "2")]))
    case .fail: return .answer(Envelope.failure(500, [APIError(message: "Internal Server Error")]))
    case .dropBefore, .dropAfter: return .close
    case .stall: return .stall
    case .nonsense:
      return .answer(
        HTTPResponse(
          status: 200, headers: [Header("Content-Type", "text/html")],
          body: Array("<html><title>Welcome</title>Sign in to the network</html>".utf8)))
    }
  }
}
