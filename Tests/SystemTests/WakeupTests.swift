import Foundation
import Glibc
import System
import Testing

@Suite struct `Waking up another thread` {
  private static func isReadable(_ descriptor: CInt) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) == 1
  }

  @Test func `a pipe is readable from a notification until it is drained`() {
    let pipe = WakeupPipe()
    #expect(!Self.isReadable(pipe.readEnd))
    pipe.notify()
    pipe.notify()
    #expect(Self.isReadable(pipe.readEnd))
    pipe.drain()
    #expect(!Self.isReadable(pipe.readEnd))
  }

  @Test func `a pipe takes any number of notifications without blocking`() {
    let pipe = WakeupPipe()
    for _ in 0..<100_000 { pipe.notify() }
    pipe.wait()
    #expect(!Self.isReadable(pipe.readEnd))
  }

  @Test func `a detached thread runs beside the caller, with most signals blocked`() async {
    let isBlocked = await withCheckedContinuation { continuation in
      let pipe = WakeupPipe()
      detachThread {
        pipe.wait()
        var mask = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &mask)
        continuation.resume(
          returning: [SIGTERM, SIGWINCH, SIGSEGV, SIGTRAP].map { sigismember(&mask, $0) == 1 })
      }
      pipe.notify()
    }
    #expect(isBlocked == [true, true, false, false])
  }

  @Test func `the wall clock tells the time of Foundation`() {
    let difference = Duration.seconds(Date().timeIntervalSince1970) - WallClock.sinceEpoch
    #expect(abs(difference / .seconds(1)) < 60)
  }
}
