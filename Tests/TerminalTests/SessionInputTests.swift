import Foundation
import Glibc
import Screen
import System
import Testing

@testable import Terminal

extension CursesTests {
  @Suite struct SessionInputTests {
    @Test(arguments: ["xterm-256color", "linux", "vt100", "screen-256color", "rxvt-unicode"])
    func `decodes bytes into keys through curses`(_ term: String) throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session(term: term, environment: ["ESCDELAY": "10"])
      for example in KeyCase.all {
        terminal.type(example.bytes)
        var keys: [Key] = []
        while keys.count < example.keys.count,
          session.decoder.deadline != nil || terminal.hasInput
        {
          let inputs = session.next()
          keys += inputs.compactMap { if case .key(let key) = $0 { key } else { nil } }
          if inputs.contains(.closed) { break }
        }
        #expect(keys == example.keys, "\(term) \(example.testDescription)")
      }
    }

    @Test func `reports a new size once`() throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session()
      #expect(session.size == (24, 80))
      terminal.resize(rows: 10, columns: 30)
      terminal.resize(rows: 12, columns: 40)
      #expect(session.next() == [.resize(rows: 12, columns: 40)])
      terminal.type("a")
      // A second signal may still be pending, but must not be reported.
      var inputs: [TerminalInput] = []
      while inputs.isEmpty { inputs = session.next() }
      #expect(inputs == [.key(.character("a"))])
    }

    @Test func `defaults to 24 by 80 for an unknown size`() throws {
      let session = try PseudoTerminal(rows: 0, columns: 0).session()
      #expect(session.size == (24, 80))
    }

    @Test func `reports a terminal that goes away`() throws {
      var terminal: PseudoTerminal? = PseudoTerminal()
      let far = dup(try #require(terminal).far)
      defer { close(far) }
      var session = try TerminalSession(input: far, output: far, term: "xterm")
      session.present(Canvas(rows: 24, columns: 80))
      terminal = nil
      #expect(session.next().last == .closed)
      #expect(session.next() == [.closed])
      session.present(Canvas(rows: 2, columns: 2))
    }

    @Test func `a wakeup descriptor ends the wait`() throws {
      var ends: [CInt] = [-1, -1]
      #expect(pipe(&ends) == 0)
      defer { for end in ends { close(end) } }
      let terminal = PseudoTerminal()
      var session = try terminal.session(wakeup: ends[0])
      #expect(write(ends[1], "x", 1) == 1)
      #expect(session.next() == [])
    }
  }
}
