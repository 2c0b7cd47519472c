import ArgumentParser
import CProcess
import Glibc
import Surface

/// Results on standard output, and messages on standard error, one line each.
enum Console {
  /// Prints a result; that its reader wants no more of it is no failure.
  static func print(_ text: String) throws {
    if FileContents.writeAll(Array(text.utf8), to: 1) || errno == EPIPE { return }
    say("standard output could not be written: \(FileContents.lastError)")
    throw ExitStatus.unwritable.code
  }

  /// Says a sentence; foreign text in it is made visible, never passed on as it is.
  static func say(_ sentence: String) {
    FileContents.writeAll(Array("sinkwizard: \(TerminalText.printable(sentence))\n".utf8), to: 2)
  }
}

/// The program's environment.
enum Environment {
  /// A variable's value; nil when it is not set or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// All variables by name, as they were when first asked for.
  static let all: [String: String] = {
    var variables: [String: String] = [:]
    var next = cp_environment()
    while let entry = next.pointee {
      // By bytes: a mark after the sign would make one character of the two.
      let text = String(cString: entry).utf8
      if let sign = text.firstIndex(of: UInt8(ascii: "=")) {
        let name = String(decoding: text[..<sign], as: UTF8.self)
        let value = String(decoding: text[text.index(after: sign)...], as: UTF8.self)
        variables[name] = variables[name] ?? value
      }
      next += 1
    }
    return variables
  }()

  /// The names of all variables that are set.
  static var names: Set<String> { Set(all.keys) }
}
