import Glibc
import Screen
import Terminal
import Testing

extension CursesTests {
  @Suite struct SizeLimitTests {
    private static var peakMemory: Int {
      var usage = rusage()
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    }

    @Test func `keeps the limit of the size after the process was continued`() throws {
      let terminal = PseudoTerminal()
      var session = try terminal.session()
      session.present(Canvas(rows: 24, columns: 80))
      let before = Self.peakMemory
      terminal.resize(rows: 5000, columns: 5000)
      kill(getpid(), SIGCONT)
      var inputs = session.next()
      // The two signals may arrive one after the other.
      for _ in 0..<3 where !inputs.contains(.continued) { inputs += session.next() }
      #expect(inputs.contains(.continued))
      session.present(Canvas(rows: 24, columns: 80))
      // Curses would take 2 GB for a screen of 5000 by 5000.
      #expect(Self.peakMemory - before < 1 << 30)
      #expect(session.size.rows <= 1000 && session.size.columns <= 2000)
    }
  }
}
