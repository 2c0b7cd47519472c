import Glibc
import Synchronization
import WizardFlow

/// Events from beside the loop: they wake it up, and wait until it takes them.
final class Mailbox: Sendable {
  /// Can be read while there are events.
  let wakeup: CInt
  private let bell: CInt
  private let events = Mutex<[Event]>([])

  /// A mailbox; without descriptors to be had, one whose events wait for the next key.
  init() {
    var ends: [CInt] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (wakeup, bell) = (ends[0], ends[1])
  }

  deinit {
    close(wakeup)
    close(bell)
  }

  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    var byte: UInt8 = 0
    _ = write(bell, &byte, 1)
  }

  /// Takes what has come so far.
  func take() -> [Event] {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(wakeup, &buffer, buffer.count) > 0 {}
    return events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
