import Dispatch
import Glibc

/// Signals as bytes that can be read beside other input.
final class SignalBell {
  /// Can be read once a signal has come.
  let descriptor: CInt
  private let sources: [any DispatchSourceSignal]

  /// - Parameter numbers: the signals; they do not end the program any more.
  init(_ numbers: [CInt]) {
    var ends: [CInt] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    let ring = ends[1]
    descriptor = ends[0]
    sources = numbers.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(ring, &byte, 1)
      }
      source.resume()
      return source
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
    signal(SIGTSTP, SIG_IGN)
  }

  /// Ends the program as the signal would have.
  static func end(by number: CInt) -> Never {
    signal(number, SIG_DFL)
    raise(number)
    exit(128 + number)
  }
}
