import CloudflareAPI
import Glibc
import SinkSpec
import Synchronization
import System
import Wizard

/// Reads lists of the account in the background, and posts the results.
final class AccountRunner: Sendable {
  /// The time limit of a request in seconds: an operator is waiting.
  private static let timeout = 10

  private let clients: ClientSource
  private let mailbox: Mailbox
  private let tasks = Mutex<[Int: Task<Void, Never>]>([:])

  init(clients: ClientSource, mailbox: Mailbox) {
    self.clients = clients
    self.mailbox = mailbox
  }

  /// Reads a list; posts the result with the same ID.
  func ask(_ query: AccountQuery, id: Int) {
    start(id) { client in
      .answered(id: id, await Self.answer(to: query, client))
    } failed: { reason in
      .answered(id: id, .failure(.unreadable("is not available: \(reason)")))
    }
  }

  /// Asks the API whether a SQL statement is valid; posts the result with the same ID.
  func validate(_ statement: String, account: String, id: Int) {
    start(id) { client in
      .validated(id: id, await Self.validation(of: statement, account: account, client))
    } failed: { reason in
      .validated(id: id, .failure(.unreadable("is not available: \(reason)")))
    }
  }

  /// Checks the account; posts the results as they arrive.
  ///
  /// - Parameters:
  ///   - sink: The sink to check.
  ///   - request: The request with the secrets to test; nil to test none.
  ///   - id: The ID of the checks.
  func check(_ sink: CheckedSink, secrets request: RequestNode?, id: Int) {
    let variables = Environment.current.variables
    start(id) { [mailbox] client in
      let checker = AccountChecker(client: client, sink: sink)
      let results = Mutex<[AccountCheck]>([])
      let secrets =
        request.map { AccountChecker.SinkSecrets.resolved(of: $0, from: variables) }
        ?? .failure(AccountChecker.Untested("only when asked, because it uses the secret"))
      let all = await checker.run(secrets: secrets) { check in
        let known = results.withLock { results in
          results.append(check)
          return results
        }
        mailbox.post(.checked(id: id, known, isLast: false))
      }
      return .checked(id: id, all, isLast: true)
    } failed: { reason in
      .checked(
        id: id, [AccountCheck(.account, .failed, "the API is not available: \(reason)")],
        isLast: true)
    }
  }

  /// Cancels a request.
  func stop(id: Int) { tasks.withLock { $0[id]?.cancel() } }

  /// Cancels all requests and waits up to a second for them to end: exiting would otherwise free
  /// state that they still use.
  func end() {
    tasks.withLock { $0.values.forEach { $0.cancel() } }
    for _ in 0..<100 where tasks.withLock({ !$0.isEmpty }) { usleep(10_000) }
  }

  /// Runs work with a client, and posts the resulting event; if there is no client, posts an event
  /// with the reason.
  private func start(
    _ id: Int, _ work: @escaping @Sendable (CloudflareClient) async -> Event,
    failed: @escaping @Sendable (String) -> Event
  ) {
    tasks.withLock { tasks in
      tasks[id] = Task.detached { [self] in
        let event: Event
        do {
          event = await work(try await clients.client(timeout: Self.timeout).withoutRetries)
        } catch {
          event = failed("\(error)")
        }
        self.tasks.withLock { $0[id] = nil }
        mailbox.post(event)
      }
    }
  }

  private static func answer(
    to query: AccountQuery, _ client: CloudflareClient
  ) async -> Result<AccountAnswer, ReadProblem> {
    do throws(ReadProblem) {
      return .success(try await client.answer(query))
    } catch {
      return .failure(error)
    }
  }
  private static func validation(
    of statement: String, account: String, _ client: CloudflareClient
  ) async -> Result<SQLValidation, ReadProblem> {
    do throws(ReadProblem) {
      return .success(try await client.validate(sql: statement, account: account))
    } catch {
      return .failure(error)
    }
  }
}
