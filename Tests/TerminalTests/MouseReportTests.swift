import Screen
import Terminal
import Testing

/// Tests decoding mouse reports.
struct MouseReportTests {
  @Test(
    arguments: [
      ("<0;1;1M", Mouse(.press, at: .init(row: 0, column: 0))),
      ("<0;300;200M", Mouse(.press, at: .init(row: 199, column: 299))),
      ("<4;3;2M", Mouse(.press, at: .init(row: 1, column: 2))),
      ("<64;3;2M", Mouse(.wheelUp, at: .init(row: 1, column: 2))),
      ("<65;3;2M", Mouse(.wheelDown, at: .init(row: 1, column: 2))),
      ("<81;3;2M", Mouse(.wheelDown, at: .init(row: 1, column: 2))),
      ("<0;1;1m", nil), ("<1;1;1M", nil), ("<2;1;1M", nil), ("<32;1;1M", nil), ("<66;1;1M", nil),
      ("<0;0;1M", nil), ("<0;1;0M", nil), ("<0;1M", nil), ("<0;1;1;1M", nil), ("<;;M", nil),
      ("<0;99999999999999999999;1M", nil), ("<-1;1;1M", nil), ("0;1;1M", nil), ("<M", nil),
      ("<<0;1;1M", nil),
    ] as [(String, Mouse?)])
  func `decodes mouse reports`(bytes: String, expected: Mouse?) {
    let mouse = expected.map { [Key.mouse($0)] } ?? []
    #expect(Line().send("\u{1B}[\(bytes)a").rest == mouse + [.character("a")])
  }
}

extension CursesTests {
  @Suite struct MouseSessionTests {
    @Test func `turns mouse reporting on once, and off with the session`() throws {
      let terminal = PseudoTerminal()
      do {
        var session = try terminal.session()
        session.reportMouse(false)
        #expect(!terminal.take().contains("1000h"))
        session.reportMouse(true)
        #expect(terminal.take().contains("\u{1B}[?1000h\u{1B}[?1006h"))
        session.reportMouse(true)
        #expect(terminal.take() == "")
        terminal.type("\u{1B}[<0;5;3M\u{1B}[<0;5;3m")
        #expect(
          session.next() == [.key(.mouse(Mouse(.press, at: .init(row: 2, column: 4))))])
        session.reportMouse(false)
        #expect(terminal.take().contains("\u{1B}[?1006l\u{1B}[?1000l"))
        session.reportMouse(true)
        terminal.take()
      }
      #expect(terminal.text.contains("\u{1B}[?1006l\u{1B}[?1000l"))
      do {
        // The next session starts without mouse reporting.
        var session = try terminal.session()
        terminal.take()
        session.reportMouse(true)
        #expect(terminal.take().contains("\u{1B}[?1000h"))
      }
    }

    @Test(arguments: [("xterm-256color", true), ("linux", false), ("vt100", false)])
    func `copies to the clipboard if the terminal may have one`(term: String, isSent: Bool) throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session(term: term)
      terminal.take()
      let isTaken = session.copy("YQ==")
      #expect(isTaken == isSent)
      #expect(terminal.take().contains("\u{1B}]52;c;YQ==\u{07}") == isSent)
    }

    @Test func `passes the clipboard through tmux`() throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session(term: "tmux-256color")
      terminal.take()
      let isTaken = session.copy("YQ==")
      #expect(isTaken)
      #expect(
        terminal.take().contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{07}\u{1B}\\"))
    }
  }
}
