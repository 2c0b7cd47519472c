import Dispatch
import Glibc
import Synchronization
import System

/// Runs asynchronous work while the main thread waits for it.
///
/// Only commands that need it pay for tasks and signal handling.
enum Interruptible {
  private final class Completion: Sendable {
    let task = Mutex<Task<Void, Never>?>(nil)
    let error = Mutex<(any Error)?>(nil)
    let hasEnded = DispatchSemaphore(value: 0)
  }

  /// Runs work to completion; meanwhile, SIGINT, SIGTERM and SIGHUP cancel its task instead of
  /// ending the process.
  static func run(_ work: @escaping @Sendable () async throws -> Void) throws {
    try ExitStatus.requireDescriptors()
    try ExitStatus.requireThreads()
    let completion = Completion()
    var mask = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &mask)
    // Install the handlers first: the work may announce that it is ready to be signalled.
    // Under nohup, SIGHUP stays ignored.
    let numbers = [SIGINT, SIGTERM] + (SignalPipe.isIgnored(SIGHUP) ? [] : [SIGHUP])
    let signals = numbers.map { number in
      SignalSource(number) { completion.task.withLock { $0?.cancel() } }
    }
    completion.task.withLock {
      $0 = Task.detached {
        do { try await work() } catch { completion.error.withLock { $0 = error } }
        completion.hasEnded.signal()
      }
    }
    completion.hasEnded.wait()
    signals.forEach { $0.cancel() }
    // Dispatch blocks a signal in the thread that received it.
    pthread_sigmask(SIG_SETMASK, &mask, nil)
    if let error = completion.error.withLock({ $0 }) { throw error }
  }
}

/// Handles a signal in place of its default action, until ``cancel()`` is called.
private struct SignalSource {
  private let number: CInt
  private let source: any DispatchSourceSignal
  private let action: sighandler_t?
  private let isCancelled = DispatchSemaphore(value: 0)

  init(_ number: CInt, onSignal: @escaping @Sendable () -> Void) {
    self.number = number
    // The dispatch source still receives an ignored signal; the default action would end the process.
    action = signal(number, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: onSignal)
    source.setCancelHandler { [isCancelled] in isCancelled.signal() }
    source.resume()
  }

  /// Restores the action of the signal.
  func cancel() {
    source.cancel()
    isCancelled.wait()
    signal(number, action)
  }
}
