import ArgumentParser
import Glibc
import Screen
import System

/// Results on standard output, and one-line messages on standard error.
enum Console {
  /// Prints a result; a reader that has closed the pipe is not an error.
  static func print(_ text: String) throws {
    let isWritten = ProgressLine.interrupt { FileContents.writeAll(Array(text.utf8), to: 1) }
    if isWritten || errno == EPIPE { return }
    throw outputFailure(SystemError.last.message)
  }

  /// Prints that standard output could not be written, and returns the exit status.
  static func outputFailure(_ reason: String) -> ExitCode {
    say("standard output could not be written: \(reason)")
    return ExitStatus.unwritable.code
  }

  /// Returns the width of the terminal at a descriptor; nil if it is not a terminal, or its width
  /// is unknown.
  static func columns(of descriptor: CInt) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Returns the message that a draft is kept, which the handler of a fatal signal prints, too.
  static func draftKept(inSandbox: Bool) -> StaticString {
    inSandbox
      ? "sinkwizard: a draft without secrets is kept; run sinkwizard --sandbox --resume to continue\n"
      : "sinkwizard: a draft without secrets is kept; run sinkwizard --resume to continue\n"
  }

  /// Prints the message that a draft is kept.
  static func sayDraftKept(inSandbox: Bool) {
    draftKept(inSandbox: inSandbox).withUTF8Buffer { _ = FileContents.writeAll(Array($0), to: 2) }
  }

  /// Prints a message, with control characters made visible.
  static func say(_ sentence: String) {
    write(["sinkwizard: \(sentence)"])
  }

  /// Writes lines to standard error, with control characters made visible.
  static func write(_ lines: [String]) {
    let text = lines.map { TerminalText.printable($0) + "\n" }.joined()
    ProgressLine.interrupt { _ = FileContents.writeAll(Array(text.utf8), to: 2) }
  }
}
