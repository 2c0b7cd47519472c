import Foundation
import Glibc
import Surface
import Terminal
import Testing

extension CursesTests {
  @Suite struct SessionTests {
    private struct Problem: Error {}

    @Test func `the end of the scope gives the terminal back`() throws {
      let terminal = PseudoTerminal()
      do {
        var session = try terminal.session()
        #expect(session.isUTF8 == true)
        session.present(Canvas(rows: 24, columns: 80))
        #expect(!terminal.isCooked)
      }
      #expect(terminal.isCooked)
      #expect(terminal.wait(for: "\u{1B}[?1049l"))
      #expect(terminal.text.contains("\u{1B}[?2004l"))
    }

    @Test func `a thrown error gives the terminal back`() {
      let terminal = PseudoTerminal()
      #expect(throws: Problem.self) {
        var session = try terminal.session()
        session.present(Canvas(rows: 24, columns: 80))
        throw Problem()
      }
      #expect(terminal.isCooked)
      #expect(terminal.wait(for: "\u{1B}[?1049l"))
    }

    @Test func `one session follows another`() throws {
      for _ in 0..<3 {
        let terminal = PseudoTerminal()
        var session = try terminal.session()
        terminal.type("a")
        #expect(session.next() == [.key(.character("a"))])
      }
    }

    @Test func `two sessions at once are refused`() throws {
      let terminal = PseudoTerminal()
      let session = try terminal.session()
      #expect(throws: TerminalError.alreadyOpen) { _ = try terminal.session() }
      _ = consume session
    }

    @Test func `what is no terminal is refused`() throws {
      let null = open("/dev/null", O_RDWR)
      defer { close(null) }
      #expect(throws: TerminalError.noTerminal) {
        _ = try TerminalSession(input: null, output: null, term: "xterm")
      }
    }

    @Test func `a terminal that cannot place its cursor is refused`() throws {
      let terminal = PseudoTerminal()
      #expect(throws: TerminalError.cannotPlaceCursor(name: "dumb")) {
        _ = try terminal.session(term: "dumb")
      }
      #expect(terminal.isCooked)
      #expect(terminal.take() == "")
    }

    @Test(arguments: [nil, ""])
    func `a terminal without a name is refused`(_ name: String?) throws {
      let terminal = PseudoTerminal()
      #expect(throws: TerminalError.noName) {
        _ = try TerminalSession(input: terminal.far, output: terminal.far, term: name)
      }
      #expect(terminal.isCooked)
      #expect(terminal.take() == "")
    }

    @Test func `an unknown name falls back`() throws {
      let session = try PseudoTerminal().session(term: "no-such-terminal")
      #expect(session.terminalName == "xterm-256color")
    }

    /// Where the terminal itself is installed, its name has an entry.
    @Test(arguments: ["xterm-ghostty", "xterm-kitty", "alacritty", "foot"])
    func `a name that few machines know is taken or falls back`(_ name: String) throws {
      let session = try PseudoTerminal().session(term: name)
      #expect([name, "xterm-256color"].contains(session.terminalName))
    }

    @Test func `suspending without a shell comes back with everything painted`() async {
      await #expect(processExitsWith: .success) {
        // A session of its own, where nothing could continue a stopped process: none is stopped.
        _ = setsid()
        let terminal = PseudoTerminal()
        var session = try terminal.session()
        var canvas = Canvas(rows: 24, columns: 80)
        canvas.write("painted", row: 3, column: 4)
        session.present(canvas)
        #expect(terminal.wait(for: "painted"))
        terminal.take()
        session.suspend()
        #expect(terminal.wait(for: "painted"))
        #expect(terminal.text.contains("\u{1B}[?1049l"))
        #expect(terminal.text.contains("\u{1B}[?1049h"))
        #expect(!terminal.isCooked)
      }
    }

    @Test(arguments: Stop.allCases)
    func `a shell can stop and continue`(_ stop: Stop) async {
      await #expect(processExitsWith: .success) { [stop] in
        try stop.check()
      }
    }
  }
}

extension PseudoTerminal {
  func session(
    term: String = "xterm-256color", colors: ColorChoice = .always, wakeup: CInt? = nil
  ) throws(TerminalError) -> TerminalSession {
    try TerminalSession(input: far, output: far, term: term, colors: colors, wakeup: wakeup)
  }
}
