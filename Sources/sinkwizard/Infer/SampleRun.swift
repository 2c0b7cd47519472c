import Dispatch
import SchemaInference
import Synchronization
import System
import Wizard

/// Reads all sample events, on as many threads as there are processors.
final class SampleRun: Sendable {
  /// The result of a run.
  struct Result: Sendable {
    let inference: Inference
    /// The reason that the input could not be read to its end; the events before that point count.
    let problem: FileProblem?
    let isStopped: Bool
    /// The first bytes of the input, and whether they are the whole input.
    let beginning: (bytes: [UInt8], isWhole: Bool)
  }

  private let feed: SampleFeed
  private let limits: InferenceLimits
  private let threads: Int
  private let cancellation: CancellationFlag
  private let events = Atomic(0)
  private let broken = Atomic(0)
  private let columns = Atomic(0)
  private let others = Mutex<[Inference]>([])

  /// Creates a run.
  ///
  /// - Parameters:
  ///   - source: The input.
  ///   - limits: The limits on memory and events.
  ///   - threads: The maximum number of threads.
  ///   - cancellation: Cancels the run.
  init(
    _ source: sending SampleSource, limits: InferenceLimits = InferenceLimits(),
    threads: Int = Surroundings.processors, cancellation: CancellationFlag
  ) {
    feed = SampleFeed(source, limits: limits, cancellation: cancellation)
    self.limits = limits
    // An event limit is counted on one thread.
    self.threads = limits.events == .max ? threads : 1
    self.cancellation = cancellation
  }

  /// Reads all events.
  ///
  /// - Parameter progress: A closure that receives the progress at most ten times a second.
  /// - Returns: The inference, and the reason if it ended early.
  func read(progress: (SampleProgress) -> Void) -> Result {
    let start = ContinuousClock.now
    var lastReport = start
    var inference = Inference(limits: limits)
    let done = DispatchSemaphore(value: 0)
    var helpers = 0
    while !cancellation.isCancelled, !inference.isFull, let step = feed.next() {
      count(step, with: &inference)
      if helpers == 0, threads > 1, feed.isByLine {
        helpers = threads - 1
        for _ in 0..<helpers { help(until: done) }
      }
      let now = ContinuousClock.now
      if now - lastReport >= .milliseconds(100) {
        lastReport = now
        progress(self.progress(after: now - start))
      }
    }
    for _ in 0..<helpers { done.wait() }
    for other in others.withLock({ $0 }) { inference.merge(other) }
    return Result(
      inference: inference, problem: feed.problem, isStopped: cancellation.isCancelled,
      beginning: feed.beginning)
  }

  private func help(until done: DispatchSemaphore) {
    detachThread { [self] in
      var inference = Inference(limits: limits)
      while !cancellation.isCancelled, let step = feed.next() { count(step, with: &inference) }
      others.withLock { $0.append(inference) }
      done.signal()
    }
  }

  private func count(_ step: SampleFeed.Step, with inference: inout Inference) {
    guard case .block(let block) = step else { return }
    let (eventsBefore, brokenBefore) = (inference.events, inference.brokenCount)
    inference.read(block)
    events.wrappingAdd(inference.events - eventsBefore, ordering: .relaxed)
    broken.wrappingAdd(inference.brokenCount - brokenBefore, ordering: .relaxed)
    columns.store(
      max(columns.load(ordering: .relaxed), inference.columnCount), ordering: .relaxed)
  }

  private func progress(after duration: Duration) -> SampleProgress {
    SampleProgress(
      bytes: feed.position, total: feed.total, events: events.load(ordering: .relaxed),
      broken: broken.load(ordering: .relaxed), columns: columns.load(ordering: .relaxed),
      seconds: duration / .seconds(1))
  }
}
