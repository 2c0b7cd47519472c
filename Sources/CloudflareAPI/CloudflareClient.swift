package import SinkSpec

/// What speaks with the API: how it sends, waits and tells the time, and on these all that is asked.
package struct CloudflareClient: Sendable {
  /// Sends one request once, and gives what came back.
  package let send: @Sendable (APIRequest) async -> Result<HTTPResponse, TransportFailure>
  /// Waits so many seconds; throws when the task is cancelled.
  package let sleep: @Sendable (_ seconds: Int) async throws -> Void
  package let now: @Sendable () -> Timestamp
  package let policy: RetryPolicy
  private(set) var secrets: Secrets

  /// Puts a client together.
  ///
  /// - Parameters:
  ///   - credentials: what no sentence and no record may show.
  ///   - policy: how often is sent again what did nothing.
  ///   - send: sends one request once.
  ///   - sleep: waits so many seconds; throws when the task is cancelled.
  ///   - now: the time.
  package init(
    credentials: Credentials, policy: RetryPolicy = RetryPolicy(),
    send: @escaping @Sendable (APIRequest) async -> Result<HTTPResponse, TransportFailure>,
    sleep: @escaping @Sendable (_ seconds: Int) async throws -> Void = {
      try await Task.sleep(for: .seconds($0))
    },
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.send = send
    self.sleep = sleep
    self.now = now
    self.policy = policy
    secrets = Secrets(credentials: credentials)
  }

  /// The client that shows the secrets of a request as little as the credentials.
  func hidingSecrets(of request: SinkRequest) -> CloudflareClient {
    var client = self
    client.secrets.addSecrets(ofRequest: request.body)
    return client
  }
}
