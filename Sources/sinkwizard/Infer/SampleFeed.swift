import SchemaInference
import Synchronization
import System
import Wizard

/// Distributes blocks of the input to reading threads.
final class SampleFeed: Sendable {
  /// The result of asking for a block.
  enum Step {
    case block(EventBlock)
    /// No input arrived for a while; more may follow.
    case nothingYet
  }

  private struct State: ~Copyable {
    let source: SampleSource
    var cutter: EventCutter
    var isEnded = false
    /// The first bytes, used to recognise the kind of input.
    var beginning: [UInt8] = []
    var byteCount = 0
    var problem: FileProblem?
  }

  private let state: Mutex<State>
  private let cancellation: CancellationFlag
  let total: Int?

  init(_ source: sending SampleSource, limits: InferenceLimits, cancellation: CancellationFlag) {
    total = source.total
    state = Mutex(State(source: source, cutter: EventCutter(limits: limits)))
    self.cancellation = cancellation
  }

  /// Returns the next block; nil at the end of the input.
  func next() -> Step? {
    state.withLock { state in
      while true {
        if let block = state.cutter.next(isLast: state.isEnded) { return .block(block) }
        if state.isEnded || cancellation.isCancelled { return nil }
        if !Self.fill(&state, cancellation) { return .nothingYet }
      }
    }
  }

  /// Whether every line is an event, so that blocks can be read in parallel.
  var isByLine: Bool { state.withLock { $0.cutter.isByLine == true } }

  /// The number of bytes read from the file.
  var position: Int { state.withLock { $0.source.position } }

  /// The first bytes of the input, and whether they are the whole input.
  var beginning: (bytes: [UInt8], isWhole: Bool) {
    state.withLock {
      ($0.beginning, $0.isEnded && $0.problem == nil && $0.byteCount == $0.beginning.count)
    }
  }

  /// The maximum size of a schema file, in bytes; a longer file is treated as events.
  private static let beginningLimit = 1 << 20

  /// The reason that the input could not be read to its end; nil if it could.
  var problem: FileProblem? { state.withLock { $0.problem } }

  /// Reads more input.
  ///
  /// - Parameters:
  ///   - state: The state to extend.
  ///   - cancellation: Cancels the wait.
  /// - Returns: Whether there is new input or the input has ended.
  private static func fill(_ state: inout State, _ cancellation: CancellationFlag) -> Bool {
    do throws(FileProblem) {
      guard let bytes = try state.source.next(unless: cancellation) else {
        state.isEnded = true
        return true
      }
      state.byteCount += bytes.count
      if state.beginning.count < beginningLimit {
        state.beginning += bytes.prefix(beginningLimit - state.beginning.count)
      }
      state.cutter.add(bytes)
      return !bytes.isEmpty
    } catch {
      state.problem = error
      state.isEnded = true
      return true
    }
  }
}
