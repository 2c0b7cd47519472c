import CloudflareAPI
import CloudflareLive
import Glibc
import Sandbox
import SinkSpec
import Synchronization
import System
import Wizard

/// Sends requests beside the loop, one at a time, and posts what comes of them.
final class SubmissionRunner: Sendable {
  /// Where requests go.
  enum Place: Sendable {
    case api(BaseURL, Credentials)
    /// A sandbox in this process, started when it is first needed.
    case sandbox
  }

  private let place: Place
  private let mailbox: Mailbox
  private let task = Mutex<Task<Void, Never>?>(nil)
  private let underWay = Mutex(0)
  private let sandbox = Mutex<Task<BaseURL, any Error>?>(nil)

  init(place: Place, mailbox: Mailbox) {
    self.place = place
    self.mailbox = mailbox
  }

  /// Sends a request; posts its progress and its end.
  func submit(_ submission: SinkSubmission) {
    start { runner in
      let request: SinkRequest
      let client: CloudflareClient
      switch runner.request(of: submission) {
      case .failure(let problem): return .notSent(problem.sentence)
      case .success(let resolved): request = resolved
      }
      do {
        client = try await runner.client()
      } catch {
        return .notSent("\(error)")
      }
      let result = await client.submit(request, unconfirmedSince: submission.unconfirmedSince) {
        runner.mailbox.post(.progress($0))
      }
      return .submitted(result)
    }
  }

  /// Asks the account for a sink that was sent.
  func lookUp(_ submission: SinkSubmission, since: Timestamp) {
    start { runner in
      guard case .success(let request) = runner.request(of: submission) else {
        return .notSent("the request cannot be read any more")
      }
      do {
        return .lookedUp(try await runner.client().lookUp(request, sentAt: since))
      } catch {
        return .notSent("\(error)")
      }
    }
  }

  /// Stops what is under way; its end is posted all the same.
  func cancel() { task.withLock { $0?.cancel() } }

  /// Stops what is under way and waits for its end, a second at most: the program cannot end in
  /// order while a request uses what is taken down then.
  func end() {
    cancel()
    for _ in 0..<100 where underWay.withLock({ $0 > 0 }) { usleep(10_000) }
  }

  private func start(_ work: @escaping @Sendable (SubmissionRunner) async -> Event) {
    underWay.withLock { $0 += 1 }
    let next = Task.detached { [self] in
      let clock = Task.detached { [mailbox] in
        while (try? await Task.sleep(for: .seconds(1))) != nil { mailbox.post(.tick) }
      }
      let end = await work(self)
      clock.cancel()
      underWay.withLock { $0 -= 1 }
      mailbox.post(end)
    }
    task.withLock { $0 = next }
  }

  // MARK: What is sent, and to whom

  /// Why a request was not sent.
  private struct Problem: Error { let sentence: String }

  private func request(of submission: SinkSubmission) -> Result<SinkRequest, Problem> {
    var request = submission.request
    if case .api = place {
      switch request.resolvingSecrets(from: Environment.current.variables) {
      case .success(let resolved): request = resolved
      case .failure(let missing): return .failure(Problem(sentence: missing.sentence))
      }
    }
    let body = Array(request.text(secrets: .shown).utf8)
    return SinkRequest(account: submission.account, body: body).map { .success($0) }
      ?? .failure(Problem(sentence: "the request has no name"))
  }

  private func client() async throws -> CloudflareClient {
    let trust = Trust(environment: Environment.current.variables)
    switch place {
    case .api(let base, let credentials):
      return .live(
        base: base, credentials: credentials, trust: trust, userAgent: SinkWizard.userAgent)
    case .sandbox:
      return .live(
        base: try await sandboxBase(), credentials: .token("sandbox"), trust: trust,
        userAgent: SinkWizard.userAgent)
    }
  }

  private func sandboxBase() async throws -> BaseURL {
    let running = sandbox.withLock { running in
      if let running { return running }
      let started = Task.detached {
        try await withCheckedThrowingContinuation { continuation in
          let ready = Once(continuation)
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

/// A continuation that is resumed by whoever comes first.
private final class Once: Sendable {
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
