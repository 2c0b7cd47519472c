import Synchronization

/// A thread-safe flag that cancels work on other threads.
package final class CancellationFlag: Sendable {
  private let flag = Atomic(false)

  package init() {}

  package var isCancelled: Bool { flag.load(ordering: .relaxed) }

  package func cancel() { flag.store(true, ordering: .relaxed) }
}
