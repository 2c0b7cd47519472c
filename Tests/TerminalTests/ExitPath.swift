import Foundation
import Glibc
import Screen
import System
import Terminal
import Testing

/// A way to end a process while the screen is shown, run in a process with its own terminal.
enum ExitPath: String, CaseIterable, Codable, Sendable {
  case end, exit, fatalError, overflow, memoryFault, deepRecursion, terminate, hangUp, interrupt,
    quit, abort, bus, brokenPipe, rare, profiling, stackFault, firstRealTime, lastRealTime

  /// The signal in the exit status, or `nil` for a regular exit.
  var signal: CInt? {
    switch self {
    case .end, .exit: nil
    case .fatalError, .overflow: SIGILL
    case .memoryFault, .deepRecursion: SIGSEGV
    case .terminate: SIGTERM
    case .hangUp: SIGHUP
    case .interrupt: SIGINT
    case .quit: SIGQUIT
    case .abort: SIGABRT
    case .bus: SIGBUS
    case .brokenPipe: SIGPIPE
    case .rare: SIGUSR1
    case .profiling: SIGPROF
    case .stackFault: 16
    case .firstRealTime: 34
    case .lastRealTime: 64
    }
  }

  /// Starts a process that paints, writes to standard error, waits for a key and ends this way.
  func check() throws {
    var near: CInt = -1
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    let child = forkpty(&near, nil, nil, &size)
    if child == 0 { play() }
    try #require(child > 0)
    let terminal = PseudoTerminal(near: near)
    #expect(terminal.wait(for: "painted"))
    #expect(!terminal.isCooked)
    if self == .hangUp || self == .terminate {
      kill(child, signal ?? 0)
    } else {
      terminal.type("x")
    }
    terminal.readToEnd()
    let status = ChildStatus.wait(for: child)
    #expect(status.map { $0 & 0x7F } == signal ?? 0)
    #expect(terminal.isCooked)
    checkOutput(terminal.text)
  }

  private func checkOutput(_ text: String) {
    let parts = text.components(separatedBy: "\u{1B}[?1049l")
    #expect(parts.count == 2)
    #expect(parts[0].contains("painted"))
    // The keyboard mode and the scroll region belong to the alternate screen.
    #expect(
      parts[0].contains("\u{1B}[>0u") && parts[0].hasSuffix("\u{1B}[<u\r\u{1B}[K")
        || endsInItsOwnTime)
    #expect(parts[0].components(separatedBy: "\u{1B}[<u").count == 2)
    #expect(parts[0].components(separatedBy: "painted").last?.contains("\u{1B}[r") == true)
    #expect(!parts[0].contains("held back"))
    #expect(parts.last?.contains("held back") == true)
    #expect(text.components(separatedBy: "held back").count == 2)
    #expect(!text.contains("to interact"))
    // A regular exit turns off only the modes in use; other exits turn off all of them.
    for mode in ["2004"] + (endsInItsOwnTime ? [] : ["1000", "1002", "1006"]) {
      #expect(text.contains("\u{1B}[?\(mode)l"))
    }
    if self == .fatalError { #expect(parts.last?.contains("a reason") == true) }
  }

  private var endsInItsOwnTime: Bool { self == .end }

  private func play() -> Never {
    do {
      ProcessHardening.endAtCrashes()
      Glibc.signal(SIGPIPE, SIG_DFL)
      var all = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_UNBLOCK, &all, nil)
      var session = try TerminalSession(environment: ["TERM": "xterm-256color"])
      var canvas = Canvas(rows: 24, columns: 80)
      session.reportMouse(true)
      FileHandle.standardError.write(Data("held back\n".utf8))
      canvas.write("painted", row: 0, column: 0)
      session.present(canvas)
      _ = session.next()
      act()
      _ = consume session
    } catch {
      _exit(1)
    }
    _exit(0)
  }

  private func act() {
    switch self {
    case .end: break
    case .exit: Glibc.exit(0)
    case .fatalError: Swift.fatalError("a reason")
    case .overflow: Glibc.exit(CommandLine.argc + CInt.max)
    case .memoryFault: UnsafeMutablePointer<Int>(bitPattern: 16)?.pointee = 1
    case .deepRecursion: Glibc.exit(CInt(truncatingIfNeeded: Self.recurse(1)))
    case .abort: Glibc.abort()
    default: raise(signal ?? 0)
    }
  }

  private static func recurse(_ number: Int) -> Int {
    number == 0 ? 0 : 1 + recurse(number &+ 1) &* 3
  }
}
