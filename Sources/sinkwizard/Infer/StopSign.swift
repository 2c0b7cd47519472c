import Synchronization

/// Tells work on other threads that nobody wants more of it.
final class StopSign: Sendable {
  private let isUp = Atomic(false)

  func raise() { isUp.store(true, ordering: .relaxed) }

  var isRaised: Bool { isUp.load(ordering: .relaxed) }
}
