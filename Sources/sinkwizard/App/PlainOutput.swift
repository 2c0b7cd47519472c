import Foundation
import Glibc
import Screen
import System
import Terminal
import Wizard

/// Output of line mode, on standard error.
struct PlainOutput {
  /// Whether to print ASCII only.
  private let isASCII: Bool
  private let isTerminal: Bool
  private let clipboard: Clipboard

  init(isTerminal: Bool) {
    self.isTerminal = isTerminal
    let environment = Environment.current
    clipboard = Clipboard(type: environment["TERM"] ?? "", environment: environment)
    setlocale(LC_CTYPE, "")
    isASCII = isTerminal && nl_langinfo(CInt(CODESET)).map { String(cString: $0) } != "UTF-8"
  }

  /// Writes a line, with control characters made visible.
  func say(_ text: String) { write(text, end: "\n") }

  /// Writes a prompt without a line break.
  func ask(_ question: String) { write(question, end: "") }

  private func write(_ text: String, end: String) {
    let printable = TerminalText.printable(text)
    let shown = isASCII ? TerminalText.ascii(printable) : printable
    let wrapped = columns.map { PlainLine.wrapped(shown, width: $0) } ?? shown
    FileContents.writeAll(Array((wrapped + end).utf8), to: 2)
  }

  /// The width of the terminal; nil if output is not a terminal, or its width is unknown.
  private var columns: Int? { isTerminal ? Console.columns(of: 2) : nil }

  /// Whether text can be copied to a clipboard.
  var hasClipboard: Bool { isTerminal && clipboard.isReachable }

  /// Copies text to the terminal's clipboard.
  func copy(_ text: String) {
    let base64 = Data(text.utf8).base64EncodedString()
    if let sequence = clipboard.sequence(copying: base64) {
      FileContents.writeAll(sequence, to: 2)
    }
  }
}
