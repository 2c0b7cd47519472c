import Foundation
import Glibc
import Screen
import Terminal
import Testing

/// A way to stop a job, run in a process that acts as the shell.
enum Stop: String, CaseIterable, Codable, Sendable {
  /// The program suspends itself, as on Ctrl-Z.
  case own
  /// Another process sends SIGTSTP.
  case asked
  /// An unannounced stop (SIGSTOP); the program must repaint when it is resumed.
  case forced

  func check() throws {
    _ = setsid()
    signal(SIGTTOU, SIG_IGN)
    let terminal = PseudoTerminal()
    #expect(ioctl(terminal.far, UInt(TIOCSCTTY), 0) == 0)
    let child = try forkProcess()
    if child == 0 { play() }
    // This process leads the session, and gets SIGHUP when the test closes the terminal.
    signal(SIGHUP, SIG_IGN)
    setpgid(child, child)
    tcsetpgrp(terminal.far, child)
    #expect(terminal.wait(for: "painted"))
    #expect(!terminal.isCooked)
    stop(child, terminal)
    #expect(ChildStatus.wait(for: child, orStop: true).map { $0 & 0xFF } == 0x7F)
    if self != .forced {
      #expect(terminal.isCooked)
      #expect(terminal.wait(for: "\u{1B}[?1049l"))
      #expect(terminal.text.contains("\u{1B}[?1006l\u{1B}[?1000l"))
    }
    var output = terminal.text
    terminal.take()
    kill(child, SIGCONT)
    #expect(terminal.wait(for: "painted"))
    #expect(terminal.text.contains("\u{1B}[?1049h"))
    #expect(terminal.wait(for: "\u{1B}[?1000h\u{1B}[?1006h"))
    #expect(!terminal.isCooked)
    terminal.type("x")
    #expect(ChildStatus.wait(for: child) == 0)
    // Terminals keep a stack of keyboard modes: one left on it would outlive the program.
    output += terminal.text
    #expect(output.contains("\u{1B}[>0u"))
    #expect(output.count(of: "\u{1B}[>0u") == output.count(of: "\u{1B}[<u"))
  }

  private func stop(_ child: pid_t, _ terminal: PseudoTerminal) {
    switch self {
    case .own: terminal.type("z")
    case .asked: kill(child, SIGTSTP)
    case .forced: kill(child, SIGSTOP)
    }
  }

  /// Paints, suspends on `z` and exits on `x`.
  private func play() -> Never {
    setpgid(0, 0)
    let terminal = open("/dev/tty", O_RDWR)
    // Opening the terminal from the background would stop the job too early.
    while tcgetpgrp(terminal) != getpid() { sched_yield() }
    do {
      var session = try TerminalSession()
      var canvas = Canvas(rows: 24, columns: 80)
      canvas.write("painted", row: 0, column: 0)
      session.reportMouse(true)
      session.present(canvas)
      var isRunning = true
      while isRunning {
        for input in session.next() {
          if input == .key(.character("z")) { session.suspend() }
          if input == .key(.character("x")) || input == .closed { isRunning = false }
        }
      }
      _ = consume session
    } catch {
      _exit(1)
    }
    _exit(0)
  }

  /// Calls `fork`, which Swift hides because little is safe after it; this process has no other
  /// threads.
  private func forkProcess() throws -> pid_t {
    typealias Fork = @convention(c) () -> pid_t
    let symbol = try #require(dlsym(nil, "fork"))
    return unsafeBitCast(symbol, to: Fork.self)()
  }
}

extension String {
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
