import Screen
import System
import Terminal
import Testing

/// Tests sequences in pieces, as slow lines deliver them.
struct SlowLineTests {
  private static func bytewise(_ text: String, _ milliseconds: Int) -> Line {
    text.utf8.reduce(Line()) { $0.send([$1], after: .milliseconds(milliseconds)) }
  }

  @Test(
    arguments: [
      (["\u{1B}", "[D"], 30, .left), (["\u{1B}", "OD"], 40, .left), (["\u{1B}[", "D"], 400, .left),
      (["\u{1B}[1;", "5D"], 80, .controlLeft), (["\u{1B}[24;", "80R"], 80, nil),
      (["\u{1B}[<64;10", ";10M"], 60, .mouse(Mouse(.wheelUp, at: .init(row: 9, column: 9)))),
      (["\u{1B}]0;ti", "tle\u{7}"], 400, nil), (["\u{1B}[M", "!", "!!"], 80, nil),
      (["\u{1B}", "\u{1B}", "[A"], 40, .altUp), (["\u{1B}", "é"], 40, .alt("é")),
    ] as [([String], Int, Key?)])
  func `finishes a sequence in pieces`(pieces: [String], milliseconds: Int, key: Key?) {
    let line = pieces.reduce(Line()) { $0.send($1, after: .milliseconds(milliseconds)) }
    #expect(line.keys == [key].compactMap { $0 })
    #expect(line.send("x").rest == [key].compactMap { $0 } + [.character("x")])
  }

  @Test(
    arguments: ["\u{1B}[A", "\u{1B}[5;3~", "\u{1B}[?62;22c", "\u{1B}]11;rgb:0/0/0\u{7}"], [30, 45])
  func `finishes a sequence byte by byte`(sequence: String, milliseconds: Int) {
    let whole = Line().send(sequence).keys
    #expect(Self.bytewise(sequence, milliseconds).rest == whole)
  }

  /// By then, the Escape key has taken effect, and the rest was not typed.
  @Test(arguments: ["[D", "OD", "[24;80R", "[<64;10;10M", "[1;5D"], [80, 140])
  func `drops the rest of a sequence whose ESC came too early`(rest: String, milliseconds: Int) {
    let line = Line().send("\u{1B}").send(rest, after: .milliseconds(milliseconds))
    #expect(line.send("x", after: .seconds(1)).rest == [.escape, .character("x")])
    #expect(Self.bytewise("\u{1B}" + rest, 80).rest == [.escape])
  }

  @Test func `a paste whose start mark is late is still a paste`() {
    let line = Line().send("\u{1B}").send("[200~a\r\u{1B}[201~", after: .milliseconds(80))
    #expect(line.rest == [.escape, .paste("a\n")])
  }

  @Test(arguments: ["[x", "[", "O", "Orders", "[1", "["])
  func `keeps text typed after Escape`(text: String) {
    let typed = text.map { Key.character($0) }
    #expect(Line().send("\u{1B}").send(text, after: .milliseconds(70)).rest == [.escape] + typed)
    #expect(Line().send("\u{1B}").send(text, after: .seconds(1)).rest == [.escape] + typed)
  }

  @Test func `Escape does not wait for long`() {
    #expect(Line().send("\u{1B}").pausing(.milliseconds(49)).keys == [])
    #expect(Line().send("\u{1B}").pausing(.milliseconds(50)).keys == [.escape])
  }

  /// Keys such as Ctrl-C always work, and end any incomplete input except a paste.
  @Test(arguments: [
    "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[1;", "\u{1B}[M", "\u{1B}[M!", "\u{1B}]",
    "\u{1B}]0;title",
    "\u{1B}P1", "\u{1B}_G", "\u{1B}\u{1B}", "\u{1B}\u{1B}[", "\u{1B}[[", "\u{E6}",
  ])
  func `control characters get through`(incomplete: String) {
    for pause in [Duration.zero, .milliseconds(20), .milliseconds(120)] {
      let line = Line().send(incomplete).send("\u{3}\u{18}", after: pause)
      #expect(line.keys.suffix(2) == [.control("c"), .control("x")], "\(pause)")
      #expect(line.rest == line.keys)
    }
  }

  // MARK: Waits

  @Test(
    arguments: [
      ([:], 50), (["SSH_CONNECTION": "::1 1 ::1 22"], 150), (["SSH_TTY": "/dev/pts/0"], 150),
      (["ESCDELAY": "10"], 10), (["ESCDELAY": "400", "SSH_TTY": "/dev/pts/0"], 400),
      (["ESCDELAY": "x"], 50), (["ESCDELAY": "-1"], 0), (["ESCDELAY": "999999999999"], 5_000),
    ] as [(Environment, Int)])
  func `waits longer over ssh, and as ESCDELAY says`(environment: Environment, milliseconds: Int) {
    #expect(
      InputWaits(environment: environment) == InputWaits(escape: .milliseconds(milliseconds)))
  }

  @Test func `all waits follow the one after Esc`() {
    let slow = InputWaits(escape: .milliseconds(300))
    let usual = InputWaits(escape: .milliseconds(50))
    #expect(slow.sequence == .seconds(2) && usual.sequence == .milliseconds(500))
    #expect(slow.paste == .seconds(10) && usual.paste == .seconds(5))
    let none = InputWaits(escape: .zero)
    #expect(none.sequence == .milliseconds(100) && none.paste == .seconds(2))
    let line = Line(escape: .milliseconds(300)).send("\u{1B}")
    #expect(line.send("[D", after: .milliseconds(250)).keys == [.left])
  }
}
