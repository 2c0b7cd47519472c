import ArgumentParser
import System

/// Buffered standard output.
struct BufferedOutput {
  private var pending: [UInt8] = []
  /// The system's message for the first failed write.
  private var problem: String?

  mutating func write(_ text: String) {
    pending += text.utf8
    if pending.count >= 65_536 { flush() }
  }

  /// Flushes the buffer; prints an error and throws the exit status if a write failed.
  mutating func finish() throws {
    flush()
    if let problem { throw Console.outputFailure(problem) }
  }

  private mutating func flush() {
    if problem == nil, !ProgressLine.interrupt({ FileContents.writeAll(pending, to: 1) }) {
      problem = SystemError.last.message
    }
    pending.removeAll(keepingCapacity: true)
  }
}
