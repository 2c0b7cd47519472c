import SchemaInference
import Synchronization
import System
import Wizard

/// Gives out the blocks of the input, one after another, to whoever reads them.
final class SampleFeed: Sendable {
  /// What there is for a reader.
  enum Step {
    case block(EventBlock)
    /// Nothing came for a while; it may still come.
    case nothingYet
  }

  private struct State: ~Copyable {
    let source: SampleSource
    var cutter: EventCutter
    var isEnded = false
    var problem: FileProblem?
  }

  private let state: Mutex<State>
  private let sign: CancellationFlag
  let total: Int?

  init(_ source: sending SampleSource, limits: InferenceLimits, sign: CancellationFlag) {
    total = source.total
    state = Mutex(State(source: source, cutter: EventCutter(limits: limits)))
    self.sign = sign
  }

  /// The next block; nil when there are no more.
  func next() -> Step? {
    state.withLock { state in
      while true {
        if let block = state.cutter.next(isLast: state.isEnded) { return .block(block) }
        if state.isEnded || sign.isCancelled { return nil }
        if !Self.fill(&state, sign) { return .nothingYet }
      }
    }
  }

  /// Whether events end with their lines, so that blocks can be read apart.
  var isByLine: Bool { state.withLock { $0.cutter.isByLine == true } }

  /// How many bytes of the file have been read.
  var position: Int { state.withLock { $0.source.position } }

  /// Why the input could not be read to its end.
  var problem: FileProblem? { state.withLock { $0.problem } }

  /// - Returns: whether something came, be it the end.
  private static func fill(_ state: inout State, _ sign: CancellationFlag) -> Bool {
    do throws(FileProblem) {
      guard let bytes = try state.source.next(unless: sign) else {
        state.isEnded = true
        return true
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
