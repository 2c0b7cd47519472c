import Dispatch
import Glibc
import Synchronization

/// Work that waits, while the program's first thread waits for it.
///
/// Only the commands that need it pay for tasks and for watching signals.
enum Interruptible {
  private final class Completion: Sendable {
    let task = Mutex<Task<Void, Never>?>(nil)
    let error = Mutex<(any Error)?>(nil)
    let hasEnded = DispatchSemaphore(value: 0)
  }

  /// Runs work to its end; SIGINT and SIGTERM cancel its task instead of completion the program.
  static func run(_ work: @escaping @Sendable () async throws -> Void) throws {
    let completion = Completion()
    // Before the work, which may tell others that they can send them.
    let sources = [SIGINT, SIGTERM].map { number in
      // The source is told of a signal all the same, and the default would end the program.
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
