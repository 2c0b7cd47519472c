import Synchronization
import System
import Wizard

/// Events from beside the loop: they wake it up, and wait until it takes them.
final class Mailbox: Sendable {
  private let pipe = WakeupPipe()
  private let events = Mutex<[Event]>([])

  /// Can be read while there are events; without descriptors to be had they wait for the next key.
  var wakeup: CInt { pipe.readEnd }

  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    pipe.notify()
  }

  /// Takes what has come so far.
  func take() -> [Event] {
    pipe.drain()
    return events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
