import Foundation
import Glibc
import Screen
import System
import Terminal
import Testing

extension CursesTests {
  @Suite struct SessionTests {
    private struct Problem: Error {}

    @Test func `restores the terminal at the end of the scope`() throws {
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

    @Test func `restores the terminal after a thrown error`() {
      let terminal = PseudoTerminal()
      #expect(throws: Problem.self) {
        var session = try terminal.session()
        session.present(Canvas(rows: 24, columns: 80))
        throw Problem()
      }
      #expect(terminal.isCooked)
      #expect(terminal.wait(for: "\u{1B}[?1049l"))
    }

    @Test func `opens several sessions in sequence`() throws {
      for _ in 0..<3 {
        let terminal = PseudoTerminal()
        var session = try terminal.session()
        terminal.type("a")
        #expect(session.next() == [.key(.character("a"))])
      }
    }

    @Test func `rejects a second session`() throws {
      let terminal = PseudoTerminal()
      let session = try terminal.session()
      #expect(throws: TerminalError.alreadyOpen) { _ = try terminal.session() }
      _ = consume session
    }

    @Test func `rejects a descriptor that is not a terminal`() throws {
      let null = open("/dev/null", O_RDWR)
      defer { close(null) }
      #expect(throws: TerminalError.noTerminal) {
        _ = try TerminalSession(input: null, output: null, term: "xterm")
      }
    }

    @Test func `rejects a terminal that cannot position its cursor`() throws {
      let terminal = PseudoTerminal()
      #expect(throws: TerminalError.cannotPlaceCursor(name: "dumb")) {
        _ = try terminal.session(term: "dumb")
      }
      #expect(terminal.isCooked)
      #expect(terminal.take() == "")
    }

    @Test(arguments: [nil, ""])
    func `rejects a terminal without a name`(_ name: String?) throws {
      let terminal = PseudoTerminal()
      #expect(throws: TerminalError.noName) {
        _ = try TerminalSession(input: terminal.far, output: terminal.far, term: name)
      }
      #expect(terminal.isCooked)
      #expect(terminal.take() == "")
    }

    @Test func `falls back for an unknown name`() throws {
      let session = try PseudoTerminal().session(term: "no-such-terminal")
      #expect(session.terminalName == "xterm-256color")
    }

    /// These names have descriptions only if the terminal is installed.
    @Test(arguments: ["xterm-ghostty", "xterm-kitty", "alacritty", "foot"])
    func `opens or falls back for rarely installed names`(_ name: String) throws {
      let session = try PseudoTerminal().session(term: name)
      #expect([name, "xterm-256color"].contains(session.terminalName))
    }

    @Test func `repaints after suspending without a shell`() async {
      await #expect(processExitsWith: .success) {
        // In a session without a shell nothing could resume a stopped process, so none is stopped.
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
    func `a shell can stop and resume the session`(_ stop: Stop) async {
      await #expect(processExitsWith: .success) { [stop] in
        try stop.check()
      }
    }
  }
}

extension PseudoTerminal {
  func session(
    term: String = "xterm-256color", colors: ColorChoice = .always, wakeup: CInt? = nil,
    environment: Environment = .current
  ) throws(TerminalError) -> TerminalSession {
    try TerminalSession(
      input: far, output: far, term: term, colors: colors, wakeup: wakeup, environment: environment)
  }
}
