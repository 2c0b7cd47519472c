import Foundation
import System
import Terminal
import Testing

/// Tests access to the clipboard through multiplexers.
struct ClipboardTests {
  private static let screen: Environment = ["STY": "123.pts-0.host"]
  private static let tmux: Environment = ["TMUX": "/tmp/tmux-0/default,1,0"]
  private static let both: Environment = ["STY": "1.pts-0.host", "TMUX": "/tmp/tmux-0/default,1,0"]

  private static func sent(
    _ type: String, _ environment: Environment, _ base64: String = "YQ=="
  ) -> String? {
    Clipboard(type: type, environment: environment).sequence(copying: base64)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("xterm-256color", [:]), ("alacritty", [:]), ("tmux-256color", both),
    ] as [(String, Environment)])
  func `sends the plain sequence to a terminal`(type: String, environment: Environment) {
    #expect(Self.sent(type, environment) == "\u{1B}]52;c;YQ==\u{7}")
  }

  @Test(
    arguments: [
      ("screen-256color", tmux), ("tmux-256color", [:]), ("xterm-256color", tmux),
    ] as [(String, Environment)])
  func `sends it to tmux, and through it`(type: String, environment: Environment) {
    #expect(
      Self.sent(type, environment)
        == "\u{1B}]52;c;YQ==\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{7}\u{1B}\\")
  }

  @Test(
    arguments: [
      ("screen", [:]), ("screen-256color", [:]), ("screen.xterm-256color", screen),
      ("xterm-256color", screen),
    ] as [(String, Environment)])
  func `passes it through GNU screen in pieces`(type: String, environment: Environment) throws {
    let base64 = String(repeating: "abcd", count: 1_000)
    let sent = try #require(Self.sent(type, environment, base64))
    let pieces = sent.components(separatedBy: "\u{1B}\\").dropLast()
    #expect(pieces.count == 6)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count + 2 < 768 })
    #expect(pieces.map { $0.dropFirst(2) }.joined() == "\u{1B}]52;c;\(base64)\u{7}")
  }

  @Test(
    arguments: [
      ("linux", [:]), ("vt100", [:]), ("dumb", [:]), ("", [:]), ("screen-256color", both),
    ] as [(String, Environment)])
  func `has no clipboard where the sequence would be printed`(
    type: String, environment: Environment
  ) {
    #expect(Self.sent(type, environment) == nil)
    #expect(!Clipboard(type: type, environment: environment).isReachable)
  }
}
