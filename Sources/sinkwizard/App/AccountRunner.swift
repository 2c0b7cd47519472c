import CloudflareAPI
import Glibc
import Synchronization
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

  /// Reads a list; posts the result with the number.
  func ask(_ query: AccountQuery, id: Int) {
    start(id) { client in .answered(id: id, await Self.answer(to: query, client)) }
  }

  /// Cancels a request.
  func stop(id: Int) { tasks.withLock { $0[id]?.cancel() } }

  /// Cancels all requests and waits up to a second for them to end: exiting would otherwise free
  /// state that they still use.
  func end() {
    tasks.withLock { $0.values.forEach { $0.cancel() } }
    for _ in 0..<100 where tasks.withLock({ !$0.isEmpty }) { usleep(10_000) }
  }

  private func start(_ id: Int, _ work: @escaping @Sendable (CloudflareClient) async -> Event) {
    tasks.withLock { tasks in
      tasks[id] = Task.detached { [self] in
        let event: Event
        do {
          event = await work(try await clients.client(timeout: Self.timeout).withoutRetries)
        } catch {
          event = .answered(id: id, .failure(.unreadable("is not available: \(error)")))
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
}
