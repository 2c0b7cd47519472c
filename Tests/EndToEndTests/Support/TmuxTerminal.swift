import Foundation
import Glibc
import SinkSpec
import Testing

/// A terminal with a readable screen: its own tmux server, without user settings.
final class TmuxTerminal {
  /// The working folder of the program.
  let folder: Folder
  /// Whether the program draws a screen rather than reading lines.
  var showsScreen = true
  private let socket = Folder()
  private static let pane = "test:0.0"

  /// Opens a terminal that runs a bash script.
  ///
  /// - Parameters:
  ///   - script: The script; the terminal closes when it ends.
  ///   - columns: The width.
  ///   - rows: The height.
  ///   - folder: The working folder.
  /// - Throws: An error if tmux is missing or does not start.
  init(_ script: String, columns: Int, rows: Int, in folder: Folder) throws {
    self.folder = folder
    try tmux([
      "start-server", ";", "set", "-g", "status", "off", ";",
      "set", "-s", "set-clipboard", "on", ";",
      "set", "-g", "default-terminal", "screen-256color", ";",
      "new-session", "-d", "-s", "test", "-x", "\(columns)", "-y", "\(rows)",
      "-c", folder.path, "bash", "--noprofile", "--norc", "-c", script,
    ])
  }

  deinit { _ = try? tmux(["kill-server"]) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let command = ["tmux", "-u", "-S", socket.path(of: "s"), "-f", "/dev/null"]
    let outcome = try Program.run(command + arguments, in: folder)
    guard outcome.status == 0 else { throw Failure(description: "tmux: \(outcome.errors)") }
    return outcome.output
  }

  // MARK: Input

  /// Presses keys, written as `my_sink<Tab><C-n>`; `</config/bucket>` focuses a field.
  func type(_ keys: String) throws {
    for part in KeyScript.parts(of: keys) {
      switch part {
      case .keys(let keys): try press(keys)
      case .field(let pointer): try go(to: pointer)
      }
    }
  }

  private func press(_ keys: String) throws {
    try tmux(KeyScript.arguments(for: keys, pane: Self.pane, isOnScreen: showsScreen))
  }

  /// Moves the focus down to the field of a pointer in the same step, by pressing Tab until the guide
  /// names the pointer.
  private func go(to pointer: Pointer) throws {
    // Opening and closing the help ensures that all earlier keys were handled.
    try press("<A-\(FieldGuide.step(of: pointer))><F1>")
    try wait(for: "Help · ")
    try press("<Esc>")
    try wait("shows no help") { !$0.contains("Help · ") }
    var guide = try guide(after: nil)
    while !guide.names(pointer) {
      try press("<Tab>")
      guide = try self.guide(after: guide)
    }
  }

  /// Waits until a different guide is completely painted.
  private func guide(after old: FieldGuide?) throws -> FieldGuide {
    var last: FieldGuide?
    try wait("shows another field than \(old?.title ?? "none")") { screen in
      let guide = FieldGuide(of: screen)
      defer { last = guide }
      return guide != nil && guide != old && guide == last
    }
    return try #require(last)
  }

  /// Types characters literally, even those a key script would interpret.
  func typeLiterally(_ text: String) throws {
    try tmux(KeyScript.literally(text, pane: Self.pane))
  }

  /// Sends raw bytes.
  func send(bytes: [UInt8]) throws {
    let digits = bytes.map { (byte: UInt8) in String(byte, radix: 16) }
    try tmux(["send-keys", "-t", Self.pane, "-H"] + digits)
  }

  /// Writes to the terminal from outside the program, as `wall` does.
  func write(_ text: String) throws {
    let name = try tmux(["display", "-p", "-t", Self.pane, "#{pane_tty}"]).dropLast()
    let file = try FileHandle(forWritingTo: URL(filePath: String(name)))
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  /// Clicks the first button at a position, or turns the wheel there.
  func point(button: Int = 0, row: Int, column: Int) throws {
    let place = "\(column + 1);\(row + 1)"
    try send(bytes: Array("\u{1B}[<\(button);\(place)M".utf8))
    if button == 0 { try send(bytes: Array("\u{1B}[<0;\(place)m".utf8)) }
  }

  /// Clicks text on the screen.
  func click(_ text: String, character: Int = 0) throws {
    let rows = try screen.split(separator: "\n", omittingEmptySubsequences: false)
    guard
      let row = rows.firstIndex(where: { $0.contains(text) }),
      let place = rows[row].firstRange(of: text)
    else { throw Failure(description: "the screen does not show \(text)") }
    let column = rows[row].distance(from: rows[row].startIndex, to: place.lowerBound)
    try point(row: row, column: column + character)
  }

  /// Whether the program has enabled mouse reports.
  var reportsMouse: Bool {
    get throws {
      try tmux(["display", "-p", "-t", Self.pane, "#{mouse_any_flag}#{mouse_sgr_flag}"]) == "11\n"
    }
  }

  /// Pastes in bracketed mode, with line breaks as carriage returns.
  func paste(_ text: String) throws { try paste(bytes: Data(text.utf8)) }

  func paste(bytes: Data) throws { try paste(bytes: bytes, as: ["-p"]) }

  /// Pastes without brackets, as terminals without bracketed paste do.
  func pasteWithoutMarks(_ text: String) throws { try paste(bytes: Data(text.utf8), as: []) }

  private func paste(bytes: Data, as options: [String]) throws {
    try socket.write(bytes, to: "paste")
    try tmux(
      ["load-buffer", socket.path(of: "paste"), ";", "paste-buffer"] + options
        + ["-t", Self.pane])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-t", Self.pane, "-x", "\(columns)", "-y", "\(rows)"])
  }

  // MARK: Output

  /// The rows of the screen without trailing blanks.
  var screen: String {
    get throws { try tmux(["capture-pane", "-p", "-t", Self.pane]) }
  }

  /// The screen with its colour sequences.
  var styledScreen: String {
    get throws { try tmux(["capture-pane", "-p", "-e", "-t", Self.pane]) }
  }

  /// The scrollback and the screen.
  var history: String {
    get throws { try tmux(["capture-pane", "-p", "-S", "-", "-t", Self.pane]) }
  }

  /// The text a program has copied to the clipboard.
  var clipboard: String {
    get throws { try tmux(["show-buffer"]) }
  }

  /// Whether the alternate screen is active.
  var isOnAlternateScreen: Bool {
    get throws { try tmux(["display", "-p", "-t", Self.pane, "#{alternate_on}"]) == "1\n" }
  }

  /// Waits until the screen contains a text, and returns the screen.
  @discardableResult
  func wait(for text: String) throws -> String {
    try wait("shows \"\(text)\"") { $0.contains(text) }
  }

  /// Waits until the screen satisfies a condition, and returns the screen.
  @discardableResult
  func wait(_ what: String, until isSo: (String) throws -> Bool) throws -> String {
    let deadline = ContinuousClock.now + .seconds(20)
    while true {
      let screen = try screen
      if try isSo(screen) { return screen }
      guard ContinuousClock.now < deadline else {
        throw Failure(description: "the screen never \(what); it is:\n\(screen)")
      }
      usleep(20_000)
    }
  }

  /// An error for a condition that was not met in time.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }
}
