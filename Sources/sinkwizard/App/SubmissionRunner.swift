import CloudflareAPI
import Glibc
import SinkSpec
import Synchronization
import System
import Wizard

/// Sends requests in the background, one at a time, and posts their progress and results.
final class SubmissionRunner: Sendable {
  private let clients: ClientSource
  private let mailbox: Mailbox
  private let task = Mutex<Task<Void, Never>?>(nil)
  private let underWay = Mutex(0)

  init(clients: ClientSource, mailbox: Mailbox) {
    self.clients = clients
    self.mailbox = mailbox
  }

  /// Sends a request; posts its progress and its result.
  func submit(_ submission: SinkSubmission) {
    start { runner in
      let request: SinkRequest
      let client: CloudflareClient
      switch runner.request(of: submission) {
      case .failure(let problem): return .notSent(problem.sentence)
      case .success(let resolved): request = resolved
      }
      do {
        client = try await runner.clients.client()
      } catch {
        return .notSent("\(error)")
      }
      let result = await client.submit(request, unconfirmed: submission.unconfirmed) {
        runner.mailbox.post(.progress($0))
      }
      return .submitted(result)
    }
  }

  /// Checks whether the sinks of requests with an unknown outcome exist.
  ///
  /// - Parameters:
  ///   - requests: The requests.
  ///   - current: The request with the secrets to mask.
  func lookUp(_ requests: [UnconfirmedRequest], masking current: RequestNode) {
    start { runner in
      do {
        var client = try await runner.clients.client()
        let account = requests.first?.account ?? ""
        let submission = SinkSubmission(
          account: account, endpoint: "", request: current, unconfirmed: [])
        if case .success(let request) = runner.request(of: submission) {
          client = client.hidingSecrets(of: request)
        }
        var lookups: [UnconfirmedLookup] = []
        for request in requests {
          lookups.append(UnconfirmedLookup(request, await client.lookUp(request)))
        }
        return .lookedUp(lookups)
      } catch {
        return .notSent("\(error)")
      }
    }
  }

  /// Cancels the request in flight; its result is still posted.
  func cancel() { task.withLock { $0?.cancel() } }

  /// Cancels the request in flight and waits up to a second for it to end: exiting would otherwise
  /// free state the request still uses.
  func end() {
    cancel()
    for _ in 0..<100 where underWay.withLock({ $0 > 0 }) { usleep(10_000) }
  }

  private func start(_ work: @escaping @Sendable (SubmissionRunner) async -> Event) {
    underWay.withLock { $0 += 1 }
    let next = Task.detached { [self] in
      let clock = Task.detached { [mailbox] in
        while (try? await Task.sleep(for: .milliseconds(250))) != nil { mailbox.post(.tick) }
      }
      let end = await work(self)
      clock.cancel()
      underWay.withLock { $0 -= 1 }
      mailbox.post(end)
    }
    task.withLock { $0 = next }
  }

  // MARK: Destination

  /// The reason a request was not sent.
  private struct Problem: Error { let sentence: String }

  private func request(of submission: SinkSubmission) -> Result<SinkRequest, Problem> {
    var request = submission.request
    if case .api = clients.destination {
      switch request.resolvingSecrets(from: Environment.current.variables) {
      case .success(let resolved): request = resolved
      case .failure(let missing): return .failure(Problem(sentence: missing.sentence))
      }
    }
    let body = Array(request.text(secrets: .shown).utf8)
    return SinkRequest(account: submission.account, endpoint: submission.endpoint, body: body)
      .map { .success($0) }
      ?? .failure(Problem(sentence: "the request has no name"))
  }
}
