package import SinkSpec

/// A client of the Cloudflare API, independent of the transport and the clock.
///
/// ```swift
/// let client = CloudflareClient(credentials: .token(token), send: transport.send, now: clock.now)
/// let sinks = try await client.sinks(account: account)
/// ```
package struct CloudflareClient: Sendable {
  /// Sends a request once and returns the response as received.
  var transport: @Sendable (APIRequest) async -> Result<HTTPResponse, TransportFailure>
  /// Sends a request to a storage host once and returns the response as received.
  private let storageTransport:
    @Sendable (StorageRequest) async -> Result<HTTPResponse, TransportFailure>
  /// Waits for the given number of seconds; throws if the task is cancelled.
  package let sleep: @Sendable (_ seconds: Int) async throws -> Void
  package let now: @Sendable () -> Timestamp
  package private(set) var policy: RetryPolicy
  private(set) var secrets: Secrets
  /// Whether the credentials are a token, which can be verified, rather than a key.
  let usesToken: Bool

  /// Creates a client.
  ///
  /// - Parameters:
  ///   - credentials: The credentials to redact from messages and records.
  ///   - policy: The retry policy for requests that had no effect.
  ///   - send: Sends a request once.
  ///   - sendToStorage: Sends a request to a storage host once; by default it sends nothing.
  ///   - sleep: Waits for the given number of seconds; throws if the task is cancelled.
  ///   - now: Returns the current time.
  package init(
    credentials: Credentials, policy: RetryPolicy = RetryPolicy(),
    send: @escaping @Sendable (APIRequest) async -> Result<HTTPResponse, TransportFailure>,
    sendToStorage:
      @escaping @Sendable (StorageRequest) async -> Result<HTTPResponse, TransportFailure> = {
        _ in .failure(TransportFailure(.cancelled, mayHaveArrived: false))
      },
    sleep: @escaping @Sendable (_ seconds: Int) async throws -> Void = {
      try await Task.sleep(for: .seconds($0))
    },
    now: @escaping @Sendable () -> Timestamp
  ) {
    transport = send
    storageTransport = sendToStorage
    self.sleep = sleep
    self.now = now
    self.policy = policy
    secrets = Secrets(credentials: credentials)
    usesToken = if case .token = credentials { true } else { false }
  }

  /// A copy of the client that never retries.
  package var withoutRetries: CloudflareClient {
    var client = self
    client.policy = RetryPolicy(maximumRetries: 0)
    return client
  }

  /// Sends a request once; masks secrets in the response's headers and in the failure.
  package func send(_ request: APIRequest) async -> Result<HTTPResponse, TransportFailure> {
    secrets.redacted(await transport(request))
  }

  /// Sends a request to a storage host once, as ``send(_:)`` does.
  package func sendToStorage(
    _ request: StorageRequest
  ) async -> Result<HTTPResponse, TransportFailure> {
    secrets.redacted(await storageTransport(request))
  }

  /// Returns a client that also redacts the secrets of a request.
  package func hidingSecrets(of request: SinkRequest) -> CloudflareClient {
    var client = self
    client.secrets.addSecrets(ofRequest: request.body)
    return client
  }
}
