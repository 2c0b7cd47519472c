import Foundation
import Glibc
import Screen

/// Output of line mode, on standard error.
struct PlainOutput {
  /// Whether to print ASCII only.
  private let isASCII: Bool

  init(isTerminal: Bool) {
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
    FileContents.writeAll(Array((shown + end).utf8), to: 2)
  }

  /// Copies text to the terminal's clipboard (OSC 52).
  func copy(_ text: String) {
    let base64 = Data(text.utf8).base64EncodedString()
    FileContents.writeAll(Array("\u{1B}]52;c;\(base64)\u{07}".utf8), to: 2)
  }
}
