import Foundation
import Glibc
import Screen

/// Where questions and what is told go: standard error.
struct PlainOutput {
  /// Whether signs are to be ASCII.
  private let isASCII: Bool

  init(isTerminal: Bool) {
    setlocale(LC_CTYPE, "")
    isASCII = isTerminal && nl_langinfo(CInt(CODESET)).map { String(cString: $0) } != "UTF-8"
  }

  /// Writes a line; foreign text in it is made visible, never passed on as it is.
  func say(_ text: String) { write(text, end: "\n") }

  /// Writes a question, whose line goes on with the answer.
  func ask(_ question: String) { write(question, end: "") }

  private func write(_ text: String, end: String) {
    let printable = TerminalText.printable(text)
    let shown = isASCII ? TerminalText.ascii(printable) : printable
    FileContents.writeAll(Array((shown + end).utf8), to: 2)
  }

  /// Puts a text on the terminal's clipboard (OSC 52).
  func copy(_ text: String) {
    let base64 = Data(text.utf8).base64EncodedString()
    FileContents.writeAll(Array("\u{1B}]52;c;\(base64)\u{07}".utf8), to: 2)
  }
}
