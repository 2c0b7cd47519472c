import Foundation
import SinkSpec

/// A terminal program with a form that has the same fields as the wizard.
struct FormProgram {
  let name: String
  let command: [String]
  /// Text that appears in the first frame.
  let firstText: String
  /// The keys that quit the program after typing: the last key, and the keys before it.
  let quitKeys: (first: String, last: String)

  /// The wizard.
  static let wizard = FormProgram(
    name: "wizard", command: [Benchmarks.program], firstText: "Account", quitKeys: ("\u{11}", "y"))

  /// The labels of the wizard's fields, without columns.
  private static let labels = SinkDescription.asked.map(\.label)

  /// Debian's `dialog`, a C program; `nil` if it is not installed.
  static var dialog: FormProgram? {
    let program = "/usr/bin/dialog"
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    let fields = labels.enumerated().flatMap { row, label in
      [label, "\(row + 1)", "1", "", "\(row + 1)", "26", "60", "0"]
    }
    return FormProgram(
      name: "dialog", command: [program, "--form", "Create a sink", "38", "110", "30"] + fields,
      firstText: "Account", quitKeys: ("", "\r"))
  }

  /// A form in Textual, a Python framework; `nil` if it is not installed.
  static var textual: FormProgram? {
    guard let python = Peer.python else { return nil }
    return FormProgram(
      name: "Textual", command: [python.path, Peer.script("textual_form.py")] + labels,
      firstText: "Account", quitKeys: ("", "\u{11}"))
  }

  /// Runs the program on a terminal, with an empty home directory.
  ///
  /// - Parameters:
  ///   - options: Additional command-line arguments.
  ///   - work: A function that interacts with the program.
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
