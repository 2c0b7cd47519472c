import Foundation
import SinkSpec

/// A program with a form on the terminal that asks for everything the wizard asks for.
struct FormProgram {
  let name: String
  let command: [String]
  /// A text of its first frame.
  let sign: String
  /// The keys that end it when something has been typed: those up to the last one, and that one.
  let leaving: (first: String, last: String)

  /// The wizard itself.
  static let wizard = FormProgram(
    name: "wizard", command: [Benchmarks.program], sign: "Account", leaving: ("\u{11}", "y"))

  /// What the wizard asks for, but for the columns.
  private static let labels = SinkDescription.asked.map(\.label)

  /// Debian's `dialog`, a program in C; nil when it is not installed.
  static var dialog: FormProgram? {
    let program = "/usr/bin/dialog"
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    let fields = labels.enumerated().flatMap { row, label in
      [label, "\(row + 1)", "1", "", "\(row + 1)", "26", "60", "0"]
    }
    return FormProgram(
      name: "dialog", command: [program, "--form", "Create a sink", "38", "110", "30"] + fields,
      sign: "Account", leaving: ("", "\r"))
  }

  /// A form in Textual, a program in Python; nil when that is not installed.
  static var textual: FormProgram? {
    guard let python = Peer.python else { return nil }
    return FormProgram(
      name: "Textual", command: [python.path, Peer.script("textual_form.py")] + labels,
      sign: "Account", leaving: ("", "\u{11}"))
  }

  /// Runs it on a terminal, with a home of its own.
  ///
  /// - Parameters:
  ///   - options: what follows the command's own arguments.
  ///   - work: what is done with it meanwhile.
  func run(_ options: [String] = [], _ work: (TerminalProgram) -> Void) {
    let home = FileManager.default.temporaryDirectory
      .appending(path: "sinkwizard-home-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let environment = [
      "HOME": home.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm-256color",
    ]
    if let program = TerminalProgram(command + options, environment: environment) { work(program) }
  }
}
