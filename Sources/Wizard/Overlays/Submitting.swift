package import CloudflareAPI
package import Screen
package import SinkSpec

/// The progress of a request in flight.
package struct Submitting: WizardOverlay, Hashable {
  /// The current activity.
  package enum Activity: Hashable, Sendable {
    case submission(Progress)
    case askingAccount, stopping
  }

  package let startedAt: Timestamp
  package private(set) var activity: Activity
  /// The time of the next attempt or lookup; `nil` unless one is scheduled.
  private var retriesAt: Timestamp?
  private var attempt = 1
  package var isCancelled: Bool { activity == .stopping }

  init(startedAt: Timestamp, _ activity: Activity = .submission(.sending(attempt: 1))) {
    self.startedAt = startedAt
    self.activity = activity
  }

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [isCancelled ? .text("stopping …") : .esc("cancel")]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    [.escape, .control("c")].contains(key) ? cancel(in: wizard) : .stay
  }

  package mutating func cancel(in wizard: Wizard) -> OverlayResponse {
    guard !isCancelled else { return .stay }
    activity = .stopping
    return .stay { _ in [.cancelSubmission] }
  }

  package mutating func handle(_ event: Event, in wizard: Wizard) -> OverlayResponse {
    guard case .progress(let progress) = event, !isCancelled else { return .stay }
    if case .recorded = progress { return .stay }
    activity = .submission(progress)
    retriesAt = nil
    switch progress {
    case .sending(let attempt): self.attempt = attempt
    case .waiting(let seconds, _), .checkingAgain(let seconds):
      retriesAt = Timestamp(
        secondsSinceEpoch: wizard.now.secondsSinceEpoch + Int64(seconds),
        nanoseconds: wizard.now.nanoseconds)
    case .recorded, .checking: break
    }
    return .stay
  }

  /// Returns the current activity, with the seconds until the next attempt if they are known.
  package func text(at now: Timestamp?) -> String {
    switch activity {
    case .submission(.sending(attempt: 1)), .submission(.recorded): "Sending"
    case .submission(.sending(let attempt)):
      "Sending, attempt \(attempt): this request created nothing so far"
    case .submission(.waiting(let seconds, let outcome)):
      "Retrying in \(remaining(at: now) ?? Int64(seconds)) s, attempt \(attempt + 1): \(outcome.sentence)"
    case .submission(.checking): "No readable response: checking whether the sink exists"
    case .submission(.checkingAgain(let seconds)):
      "The sink is not in the account yet: checking again in \(remaining(at: now) ?? Int64(seconds)) s"
    case .askingAccount: "Checking whether the sink exists"
    case .stopping: "Stopping"
    }
  }

  private func remaining(at now: Timestamp?) -> Int64? {
    guard let retriesAt, let now else { return nil }
    return max(0, retriesAt.secondsSinceEpoch - now.secondsSinceEpoch)
  }

  // MARK: Line mode

  package var isWaiting: Bool { true }

  package func plainLines(in wizard: Wizard) -> [String] { [text(at: nil) + "; Ctrl-C stops it"] }
}
