import Glibc
import Screen
import System
import Wizard
import WizardScreen

/// A progress line on standard error, overwritten in place; only on a terminal.
struct ProgressLine {
  private let isTerminal = isatty(2) != 0 && Environment.current["TERM"] != "dumb"

  func show(_ progress: SampleProgress) {
    guard isTerminal else { return }
    let columns = Console.columns(of: 2) ?? 80
    let text = "\(progress.bytesText) · \(progress.eventsText)"
    write("\r" + String(text.prefix(max(20, columns) - 1)) + "\u{1B}[K")
  }

  /// Clears the line.
  func clear() { if isTerminal { write("\r\u{1B}[K") } }

  private func write(_ text: String) { FileContents.writeAll(Array(text.utf8), to: 2) }
}
