import Foundation
import Testing

/// The wizard on a terminal, from its first screen to its exit status.
final class WizardRun {
  let folder: Folder
  let terminal: TmuxTerminal
  /// Whether what was there before is gone: there is no other screen, or it was made too small.
  var losesOldText = false

  /// Starts a command on a terminal and waits for its first screen.
  ///
  /// - Parameters:
  ///   - command: a shell command with the wizard in it.
  ///   - columns: the screen's width.
  ///   - rows: the screen's height.
  ///   - folder: where it runs.
  ///   - ready: what its first screen shows; nil when there is none.
  /// - Throws: what the screen shows instead.
  init(
    _ command: String = "sinkwizard", columns: Int = 80, rows: Int = 24,
    in folder: Folder = Folder(), ready: String? = "1 Sink"
  ) throws {
    self.folder = folder
    // The files go beside the folder's own, which tests compare. Keys that come after the end are
    // for nobody.
    let script = """
      set -o pipefail; mkdir -p .run; rm -f .run/ended; export XDG_STATE_HOME=$PWD/.run/state; echo 'printed before'; stty -g >.run/tty-before
      trap : INT QUIT TSTP
      { \(command)
      } >.run/out 2>.run/err; echo $? >.run/status
      trap '' INT QUIT TSTP; stty -g >.run/tty-after; touch .run/ended; exec cat
      """
    terminal = try TmuxTerminal(script, columns: columns, rows: rows, in: folder)
    terminal.showsScreen = !command.contains("--plain")
    if let ready { try terminal.wait(for: ready) }
  }

  func type(_ keys: String) throws { try terminal.type(keys) }

  @discardableResult
  func wait(for text: String) throws -> String { try terminal.wait(for: text) }

  /// Waits for the end, and checks that the terminal is as it was before.
  func end() throws -> Outcome {
    try terminal.wait("is given back") { _ in folder.bytes(of: ".run/ended") != nil }
    // What was seen while waiting may be older than the end.
    let screen = try terminal.screen
    #expect(losesOldText || screen.contains("printed before"))
    #expect(try !terminal.isOnAlternateScreen)
    #expect(folder.text(of: ".run/tty-before") == folder.text(of: ".run/tty-after"))
    #expect(folder.text(of: ".run/tty-before")?.isEmpty == false)
    return Outcome(
      status: Int(folder.text(of: ".run/status")?.dropLast() ?? "") ?? -1,
      output: folder.text(of: ".run/out") ?? "", errors: folder.text(of: ".run/err") ?? "")
  }

  /// Confirms that errors are given out too, and waits for the end.
  func endConfirming() throws -> Outcome {
    try wait(for: "print the payload as it is")
    return try end(typing: "y")
  }

  /// Types the last keys and waits for the end.
  func end(typing keys: String) throws -> Outcome {
    try type(keys)
    return try end()
  }
}
