import Glibc
import Screen
import SinkSpec
import Synchronization
import System

/// A line on standard error that shows the progress of long work, overwritten in place; only on a
/// terminal.
///
/// Messages clear it first, so that it never mixes with them.
enum ProgressLine {
  /// Whether progress is shown at all.
  static let isTerminal = isatty(2) != 0 && Environment.current["TERM"] != "dumb"
  private static let isShown = Mutex(false)

  /// Shows a text instead of the previous one.
  static func show(_ text: String) { show { text } }

  /// Clears the line if it is shown.
  static func clear() { interrupt {} }

  /// Clears the line and writes something else to the terminal.
  static func interrupt<Value: Sendable>(_ write: () throws -> Value) rethrows -> Value {
    guard isTerminal else { return try write() }
    return try isShown.withLock { isShown in
      if isShown { self.write("\r\u{1B}[K") }
      isShown = false
      return try write()
    }
  }

  /// Shows the seconds that a host has taken to answer, from the first full second on.
  static func whileWaiting<Value: Sendable>(
    for host: String, _ work: () async throws -> Value
  ) async throws -> Value {
    guard isTerminal else { return try await work() }
    let start = ContinuousClock.now
    let ticker = Task.detached {
      while (try? await Task.sleep(for: .seconds(1))) != nil {
        let seconds = Int((ContinuousClock.now - start) / .seconds(1))
        show { Task.isCancelled ? nil : "waiting for \(host), \(Count.digits(of: seconds)) s" }
      }
    }
    defer {
      ticker.cancel()
      clear()
    }
    return try await work()
  }

  /// Shows a text unless it is nil by then.
  private static func show(_ text: () -> String?) {
    guard isTerminal else { return }
    isShown.withLock { isShown in
      guard let text = text() else { return }
      isShown = true
      write("\r" + line(text) + "\u{1B}[K")
    }
  }

  private static func line(_ text: String) -> String {
    let room = max(20, Console.columns(of: 2) ?? 80) - 1
    var width = 0
    let fitting = TerminalText(text).clusters.prefix { cluster in
      width += cluster.width
      return width <= room
    }
    return String(String.UnicodeScalarView(fitting.flatMap(\.cell.scalars)))
  }

  private static func write(_ text: String) { FileContents.writeAll(Array(text.utf8), to: 2) }
}
