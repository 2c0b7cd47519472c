import CloudflareAPI
import CloudflareLive
import Sandbox
import SinkSpec
import Synchronization
import System

/// Creates the clients of the wizard, which share a sandbox.
final class ClientSource: Sendable {
  /// The destination of requests.
  enum Destination: Sendable {
    case api(BaseURL, Credentials)
    /// A sandbox in this process, started on first use.
    case sandbox
  }

  let destination: Destination
  private let sandbox = Mutex<Task<BaseURL, any Error>?>(nil)

  init(_ destination: Destination) { self.destination = destination }

  /// Returns a client.
  ///
  /// - Parameter timeout: The time limit for a request, in seconds.
  /// - Returns: The client.
  /// - Throws: ``SandboxProblem`` if the sandbox cannot be started.
  func client(timeout: Int = 60) async throws -> CloudflareClient {
    let trust = Trust(environment: Environment.current.variables)
    switch destination {
    case .api(let base, let credentials):
      return .live(
        base: base, credentials: credentials, trust: trust, userAgent: SinkWizard.userAgent,
        timeout: timeout)
    case .sandbox:
      return .live(
        base: try await sandboxBase(), credentials: .token("sandbox-token"), trust: trust,
        userAgent: SinkWizard.userAgent)
    }
  }

  private func sandboxBase() async throws -> BaseURL {
    let running = sandbox.withLock { running in
      if let running { return running }
      let started = Task.detached {
        try await withCheckedThrowingContinuation { continuation in
          let ready = OneShot(continuation)
          Task.detached {
            do {
              try await SandboxServer.run { ready.resume(returning: $0) }
            } catch {
              ready.resume(throwing: error)
            }
          }
        }
      }
      running = started
      return started
    }
    return try await running.value
  }
}

/// A continuation that is resumed only once, by the first caller.
private final class OneShot: Sendable {
  private let continuation: Mutex<CheckedContinuation<BaseURL, any Error>?>

  init(_ continuation: CheckedContinuation<BaseURL, any Error>) {
    self.continuation = Mutex(continuation)
  }

  func resume(returning base: BaseURL) { take()?.resume(returning: base) }
  func resume(throwing error: any Error) { take()?.resume(throwing: error) }

  private func take() -> CheckedContinuation<BaseURL, any Error>? {
    continuation.withLock { continuation in
      defer { continuation = nil }
      return continuation
    }
  }
}
