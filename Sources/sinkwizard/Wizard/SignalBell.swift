import Glibc
import Synchronization

/// What signal handlers write to; they can know nothing but what is global.
private let ring = Atomic<CInt>(-1)

/// Signals as bytes that can be read beside other input.
final class SignalBell {
  /// Can be read once a signal has come.
  let descriptor: CInt

  /// - Parameter numbers: the signals; they do not end the program any more.
  init(_ numbers: [CInt]) {
    var ends: [CInt] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    descriptor = ends[0]
    ring.store(ends[1], ordering: .relaxed)
    for number in numbers { Self.hear(number) }
  }

  private static func hear(_ number: CInt) {
    // A handler and not a source of Dispatch: what came before that has started would be lost.
    signal(number) { number in
      let error = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(ring.load(ordering: .relaxed), &byte, 1)
      errno = error
    }
  }

  /// The signal that has come.
  func take() -> CInt? {
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == 1 ? CInt(byte) : nil
  }

  /// Suspends the program as SIGTSTP would have; returns when it goes on.
  func suspend() {
    signal(SIGTSTP, SIG_DFL)
    raise(SIGTSTP)
    Self.hear(SIGTSTP)
  }

  /// Ends the program as the signal would have.
  static func end(by number: CInt) -> Never {
    signal(number, SIG_DFL)
    raise(number)
    exit(128 + number)
  }
}
