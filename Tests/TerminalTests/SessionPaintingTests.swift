import Foundation
import Glibc
import Screen
import Terminal
import Testing

extension CursesTests {
  @Suite struct SessionPaintingTests {
    @Test func `sends the text of the canvas`() throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session()
      var canvas = Canvas(rows: 24, columns: 80)
      canvas.write("┌ Name: e\u{301}日本 ┐", row: 2, column: 5)
      canvas.write("Wrong", row: 4, column: 0, style: Style(.error, underlined: true))
      canvas.write("last", row: 23, column: 70)
      session.present(canvas)
      #expect(terminal.wait(for: "┌ Name: e\u{301}日本 ┐"))
      #expect(terminal.text.contains("last"))
      #expect(terminal.text.contains("38;5;210m"))
      #expect(terminal.text.contains("Wrong"))
    }

    @Test func `sends nothing for an unchanged canvas and little for one letter`() throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session()
      var canvas = Canvas(rows: 24, columns: 80)
      canvas.write("name: value", row: 2, column: 5)
      canvas.cursor = Canvas.Point(row: 2, column: 16)
      session.present(canvas)
      #expect(terminal.wait(for: "name:"))
      terminal.take()
      session.present(canvas)
      #expect(terminal.take() == "")
      canvas.write("s", row: 2, column: 16)
      canvas.cursor = Canvas.Point(row: 2, column: 17)
      session.present(canvas)
      #expect(terminal.take() == "s")
    }

    @Test(arguments: ["xterm-256color", "tmux-256color", "linux", "vt100"])
    func `sends a frame in one write`(term: String) throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session(term: term)
      var canvas = Canvas(rows: 24, columns: 80)
      canvas.cursor = Canvas.Point(row: 0, column: 0)
      session.present(canvas)
      canvas.write("value", row: 2, column: 5, style: Style(.accent).on(.well))
      canvas.write("note", row: 9, column: 60, style: Style(.dim))
      canvas.write("error", row: 23, column: 0, style: Style(.error, bold: true))
      canvas.cursor = Canvas.Point(row: 2, column: 10)
      let before = try Self.writeCount()
      session.present(canvas)
      #expect(try Self.writeCount() == before + 1)
      #expect(terminal.text.contains("error"))
    }

    @Test(arguments: [("xterm-256color", "\u{1B}[?1049h"), ("cygwin", "\u{1B}[?47h")])
    func `enters the alternate screen, also without keypad modes`(
      term: String, alternateScreen: String
    ) throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session(term: term)
      session.present(Canvas(rows: 24, columns: 80))
      #expect(terminal.wait(for: alternateScreen))
    }

    /// Returns how often this thread has written to a file or terminal.
    private static func writeCount() throws -> Int {
      let counts = try String(contentsOfFile: "/proc/thread-self/io", encoding: .utf8)
      let count = counts.split(separator: "\n").first { $0.hasPrefix("syscw: ") }
      return try #require(count.flatMap { Int($0.dropFirst(7)) })
    }

    @Test func `repaints both halves of a wide character`() throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session()
      var canvas = Canvas(rows: 24, columns: 80)
      canvas.write("日本語", row: 0, column: 0)
      session.present(canvas)
      #expect(terminal.wait(for: "日本語"))
      terminal.take()
      canvas.write("x", row: 0, column: 3)
      session.present(canvas)
      let sent = terminal.take()
      #expect(sent.contains("x"))
      #expect(!sent.contains("本"))
    }

    /// Scalars for which the C library reports another width would be painted as question marks.
    @Test func `the C library measures every scalar as the canvas does`() throws {
      let terminal = PseudoTerminal(rows: 24, columns: 80)
      var session = try terminal.session(colors: .never)
      let all = (UInt32(0xA0)...0x3FFFF).compactMap(Unicode.Scalar.init)
        .filter { if case .columns = ScalarWidth($0) { true } else { false } }
      #expect(all.count > 100_000)
      for start in stride(from: 0, to: all.count, by: 24 * 40) {
        var canvas = Canvas(rows: 24, columns: 80)
        for (place, scalar) in all[start...].prefix(24 * 40).enumerated() {
          canvas.write(String(Character(scalar)), row: place / 40, column: place % 40 * 2)
        }
        session.present(canvas)
        let painted = terminal.take().replacing(/\u{1B}\[[?0-9;]*[a-zA-Z]/, with: "")
        #expect(!painted.contains("?"))
      }
    }

    @Test func `repaints everything after a resize`() throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session()
      var canvas = Canvas(rows: 24, columns: 80)
      canvas.write("wide", row: 0, column: 70)
      session.present(canvas)
      #expect(terminal.wait(for: "wide"))
      terminal.resize(rows: 40, columns: 120)
      #expect(session.next() == [.resize(rows: 40, columns: 120)])
      terminal.take()
      canvas = Canvas(rows: 40, columns: 120)
      canvas.write("wide", row: 0, column: 0)
      canvas.write("wider", row: 39, column: 110)
      session.present(canvas)
      #expect(terminal.wait(for: "wider"))
      #expect(terminal.text.contains("wide\u{1B}"))
    }

    @Test func `sets the modes that a crashed program may have left on`() throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session()
      session.present(Canvas(rows: 24, columns: 80))
      let start = terminal.text
      let parts = start.components(separatedBy: "\u{1B}[H\u{1B}[2J")
      #expect(parts.count == 2)
      for mode in ["[r", "[?1003l", "[?1004l", "[?2004h", "[>0u", "[=0u", "[>4;0m"] {
        #expect(parts[0].contains("\u{1B}\(mode)"), "\(mode)")
      }
      let shown = try #require(parts[0].firstRange(of: "\u{1B}[?1049h"))
      let pushed = try #require(parts[0].firstRange(of: "\u{1B}[>0u"))
      #expect(shown.upperBound <= pushed.lowerBound)
    }

    @Test(arguments: ["linux", "vt100", "ansi"])
    func `sends no keyboard modes to terminals that print them`(term: String) throws {
      let terminal = PseudoTerminal()
      do {
        var session = try terminal.session(term: term)
        session.present(Canvas(rows: 24, columns: 80))
      }
      #expect(terminal.text.matches(of: /\[[<=>]/).isEmpty)
    }

    @Test func `resets the scroll region on resize and on leaving`() throws {
      let terminal = PseudoTerminal()
      do {
        var session = try terminal.session(term: "vt100")
        session.present(Canvas(rows: 24, columns: 80))
        terminal.resize(rows: 30, columns: 80)
        #expect(session.next() == [.resize(rows: 30, columns: 80)])
        terminal.take()
        session.present(Canvas(rows: 30, columns: 80))
        #expect(terminal.take().hasPrefix("\u{1B}[r"))
      }
      #expect(terminal.text.contains("\u{1B}[r"))
    }

    @Test func `paints everything again when asked`() throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session()
      session.reportMouse(true)
      var canvas = Canvas(rows: 24, columns: 80)
      canvas.write("painted", row: 3, column: 4)
      session.present(canvas)
      #expect(terminal.wait(for: "painted"))
      terminal.take()
      session.renew()
      let sent = terminal.take()
      #expect(sent.contains("\u{1B}[2J") && sent.contains("painted"))
      #expect(sent.contains("\u{1B}[=0u") && sent.contains("\u{1B}[?2004h"))
      #expect(sent.contains("\u{1B}[?1000h"))
      session.present(canvas)
      #expect(terminal.take() == "")
    }

    @Test func `shows the cursor only if the canvas has one`() throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session()
      var canvas = Canvas(rows: 24, columns: 80)
      session.present(canvas)
      #expect(terminal.wait(for: "\u{1B}[?25l"))
      canvas.cursor = Canvas.Point(row: 1, column: 1)
      session.present(canvas)
      #expect(terminal.wait(for: "\u{1B}[?25h"))
    }

    @Test func `sends no colours if they are off`() throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session(colors: .never)
      var canvas = Canvas(rows: 24, columns: 80)
      for (row, role) in Style.Role.allCases.enumerated() {
        canvas.write("text", row: row, column: 0, style: Style(role))
      }
      canvas.write("end", row: 23, column: 0)
      session.present(canvas)
      #expect(terminal.wait(for: "end"))
      // Attributes are below 30; colours are 30–49 and 90–107.
      let attributes = terminal.text.matches(of: /\u{1B}\[([0-9;]*)m/)
        .flatMap { $0.output.1.split(separator: ";").compactMap { Int($0) } }
      #expect(!attributes.isEmpty && attributes.allSatisfy { $0 < 30 }, "\(attributes)")
      #expect(session.palette.colors == 0)
    }

    @Test(arguments: ["C", "POSIX"])
    func `sends ASCII in a locale without UTF-8`(_ locale: String) async {
      await #expect(processExitsWith: .success) { [locale] in
        setenv("LC_ALL", locale, 1)
        let terminal = PseudoTerminal()
        var session = try terminal.session()
        #expect(session.isUTF8 == false)
        var canvas = Canvas(rows: 24, columns: 80)
        canvas.write("<é日─>", row: 0, column: 0)
        session.present(canvas)
        #expect(terminal.wait(for: "<????>"))
        terminal.type("é!")
        #expect(session.next() == [.key(.character("!"))])
      }
    }

    @Test func `assumes UTF-8 without a locale`() async {
      await #expect(processExitsWith: .success) {
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] { unsetenv(name) }
        let session = try PseudoTerminal().session()
        #expect(session.isUTF8 == true)
      }
    }
  }
}
