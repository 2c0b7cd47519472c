import Dispatch
import Glibc
import Synchronization

/// Runs asynchronous work while the main thread waits for it.
///
/// Only commands that need it pay for tasks and signal handling.
enum Interruptible {
  private final class Completion: Sendable {
    let task = Mutex<Task<Void, Never>?>(nil)
    let error = Mutex<(any Error)?>(nil)
    let hasEnded = DispatchSemaphore(value: 0)
  }

  /// Runs work to completion; SIGINT and SIGTERM cancel its task instead of ending the process.
  static func run(_ work: @escaping @Sendable () async throws -> Void) throws {
    let completion = Completion()
    // Installed before the work starts, which may announce that the program can be signalled.
    let sources = [SIGINT, SIGTERM].map { number in
      // The dispatch source still receives an ignored signal; the default action would end the process.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { completion.task.withLock { $0?.cancel() } }
      source.resume()
      return source
    }
    completion.task.withLock {
      $0 = Task.detached {
        do { try await work() } catch { completion.error.withLock { $0 = error } }
        completion.hasEnded.signal()
      }
    }
    completion.hasEnded.wait()
    sources.forEach { $0.cancel() }
    if let error = completion.error.withLock({ $0 }) { throw error }
  }
}
