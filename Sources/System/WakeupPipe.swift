import CSystem
import Glibc

/// A self-pipe that wakes up a thread in `poll`.
///
/// If no descriptors are free, there is no pipe, which delays events but does not lose any.
package final class WakeupPipe: Sendable {
  /// Readable between ``notify()`` and ``drain()``; -1, which `poll` ignores, if there is no pipe.
  package let readEnd: CInt
  /// Where a signal handler writes a byte instead of calling ``notify()``.
  package let writeEnd: CInt

  package init() {
    var ends: [CInt] = [-1, -1]
    cs_open_pipe(&ends, false)
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Makes the read end readable.
  ///
  /// If the pipe is full, it already is readable.
  package func notify() {
    var byte: UInt8 = 0
    _ = write(writeEnd, &byte, 1)
  }

  /// Discards all notifications.
  package func drain() {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(readEnd, &buffer, buffer.count) > 0 {}
  }

  /// Waits for a notification and drains the pipe.
  ///
  /// - Parameter limit: The longest time to wait, or `nil` for any.
  /// - Returns: Whether there was a notification.
  @discardableResult
  package func wait(atMost limit: Duration? = nil) -> Bool {
    var waiting = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    var found: CInt
    repeat {
      found = poll(&waiting, 1, limit.map { $0.roundedUpToMilliseconds } ?? -1)
    } while found < 0 && errno == EINTR
    if found > 0 { drain() }
    return found > 0
  }
}

extension Duration {
  fileprivate var roundedUpToMilliseconds: CInt {
    let (seconds, attoseconds) = components
    return CInt(
      clamping: max(
        0, seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
