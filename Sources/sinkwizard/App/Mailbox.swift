import Synchronization
import System
import Wizard

/// Events posted from other threads; posting one wakes the loop.
final class Mailbox: Sendable {
  private let pipe = WakeupPipe()
  private let events = Mutex<[Event]>([])

  /// Readable while there are events; without a free descriptor, events wait for the next key.
  var wakeup: CInt { pipe.readEnd }

  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    pipe.notify()
  }

  /// Removes and returns the queued events.
  func take() -> [Event] {
    pipe.drain()
    return events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
