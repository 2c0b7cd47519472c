import CSystem
import Glibc

/// A self-pipe that wakes up a thread in `poll`.
///
/// Without free descriptors there is no pipe, which delays events but loses none.
package final class WakeupPipe: Sendable {
  /// Readable between ``notify()`` and ``drain()``; -1, which `poll` ignores, if there is no pipe.
  package let readEnd: CInt
  private let writeEnd: CInt

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
  /// A full pipe already is.
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
  package func wait() {
    var waiting = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, -1) < 0 {}
    drain()
  }
}
