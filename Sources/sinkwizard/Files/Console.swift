import ArgumentParser
import Glibc
import Screen
import System

/// Results on standard output, and messages on standard error, one line each.
enum Console {
  /// Prints a result; that its reader wants no more of it is no failure.
  static func print(_ text: String) throws {
    if FileContents.writeAll(Array(text.utf8), to: 1) || errno == EPIPE { return }
    say("standard output could not be written: \(SystemError.last.message)")
    throw ExitStatus.unwritable.code
  }

  /// Says a sentence; foreign text in it is made visible, never passed on as it is.
  static func say(_ sentence: String) {
    FileContents.writeAll(Array("sinkwizard: \(TerminalText.printable(sentence))\n".utf8), to: 2)
  }
}
