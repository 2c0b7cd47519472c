import Glibc
import System
import Testing

/// Each test runs in a process of its own, because signals belong to the whole process.
@Suite struct `A signal pipe` {
  @Test func `has the signals in their order`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      let pipe = SignalPipe([SIGTERM, SIGINT])
      raise(SIGINT)
      raise(SIGTERM)
      exit(pipe.next() == SIGINT && pipe.next() == SIGTERM && pipe.next() == nil ? 7 : 1)
    }
  }

  @Test func `gives the signals back`() async {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      do { _ = SignalPipe([SIGTERM]) }
      raise(SIGTERM)
    }
  }

  @Test(arguments: [SIGTSTP, SIGHUP]) func `leaves an ignored signal ignored`(
    number: CInt
  ) async {
    await #expect(processExitsWith: .exitCode(7)) { [number] in
      signal(number, SIG_IGN)
      let pipe = SignalPipe([number])
      raise(number)
      exit(pipe.next() == nil ? 7 : 1)
    }
  }

  @Test func `ends the process as the signal would`() async {
    await #expect(processExitsWith: .signal(SIGHUP)) {
      let pipe = SignalPipe([SIGHUP])
      raise(SIGHUP)
      SignalPipe.terminate(by: pipe.next() ?? SIGKILL)
    }
  }
}
