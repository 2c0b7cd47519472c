package import CloudflareAPI
package import Screen
package import SinkSpec

/// The progress of a request in flight.
package struct Submitting: WizardOverlay, Hashable {
  /// The current activity.
  package enum Activity: Hashable, Sendable {
    case submission(Progress)
    case askingAccount, stopping

    package var text: String {
      switch self {
      case .submission(.sending(attempt: 1)): "Sending"
      case .submission(.sending(let attempt)):
        "Sending, attempt \(attempt): nothing has been created so far"
      case .submission(.waiting(let seconds, let outcome)):
        "Retrying in \(seconds) s: \(outcome.sentence)"
      case .submission(.checking): "No readable answer: checking whether the sink exists"
      case .askingAccount: "Checking whether the sink exists"
      case .stopping: "Stopping"
      }
    }
  }

  package let startedAt: Timestamp
  package private(set) var activity: Activity
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
    activity = .submission(progress)
    return .stay
  }

  // MARK: Line mode

  package var isWaiting: Bool { true }

  package func plainLines(in wizard: Wizard) -> [String] { [activity.text + "; Ctrl-C stops it"] }
}
