import ArgumentParser
import System

/// Standard output, written to in large pieces.
struct BufferedOutput {
  private var pending: [UInt8] = []
  /// The system's words for why writing failed.
  private var problem: String?

  mutating func write(_ text: String) {
    pending += text.utf8
    if pending.count >= 65_536 { flush() }
  }

  /// Writes what is still pending; says what went wrong and throws the exit status, if something did.
  mutating func finish() throws {
    flush()
    guard let problem else { return }
    Console.say("standard output could not be written: \(problem)")
    throw ExitStatus.unwritable.code
  }

  private mutating func flush() {
    if problem == nil, !FileContents.writeAll(pending, to: 1) { problem = SystemError.last.message }
    pending.removeAll(keepingCapacity: true)
  }
}
