import Foundation
import Testing

/// A wizard on a terminal, from its first screen to its exit status.
final class WizardRun {
  let folder: Folder
  let terminal: TmuxTerminal
  /// Whether the previous screen is lost: there is no alternate screen, or the terminal was shrunk.
  var losesOldText = false

  /// Starts a command on a terminal and waits for its first screen.
  ///
  /// - Parameters:
  ///   - command: A shell command that runs the wizard.
  ///   - columns: The width.
  ///   - rows: The height.
  ///   - folder: The working folder.
  ///   - ready: Text on the first screen; nil if there is none.
  /// - Throws: An error with the screen if the text does not appear.
  init(
    _ command: String = "sinkwizard", columns: Int = 80, rows: Int = 24,
    in folder: Folder = Folder(), ready: String? = "1 Sink"
  ) throws {
    self.folder = folder
    // Keep these files out of the folder, whose contents tests compare. Ignore keys that arrive after
    // the end.
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

  /// Waits for the end, and checks that the terminal is restored.
  func end() throws -> Outcome {
    try terminal.wait("is given back") { _ in folder.bytes(of: ".run/ended") != nil }
    // The last screen that was read may be from before the end.
    let screen = try terminal.screen
    #expect(losesOldText || screen.contains("printed before"))
    #expect(try !terminal.isOnAlternateScreen)
    #expect(folder.text(of: ".run/tty-before") == folder.text(of: ".run/tty-after"))
    #expect(folder.text(of: ".run/tty-before")?.isEmpty == false)
    return Outcome(
      status: Int(folder.text(of: ".run/status")?.dropLast() ?? "") ?? -1,
      output: folder.text(of: ".run/out") ?? "", errors: folder.text(of: ".run/err") ?? "")
  }

  /// Confirms printing with errors, and waits for the end.
  func endConfirming() throws -> Outcome {
    try wait(for: "print the JSON as it is")
    return try end(typing: "y")
  }

  /// Types the last keys and waits for the end.
  func end(typing keys: String) throws -> Outcome {
    try type(keys)
    return try end()
  }
}
