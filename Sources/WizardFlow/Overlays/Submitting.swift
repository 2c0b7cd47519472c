import CloudflareAPI
package import SinkSpec
package import Surface

/// A request that is under way.
package struct Submitting: WizardOverlay, Hashable {
  package let startedAt: Timestamp
  /// What happens now, in a few words.
  package private(set) var doing: String
  package private(set) var isCancelled = false

  init(startedAt: Timestamp, doing: String = "Sending") {
    self.startedAt = startedAt
    self.doing = doing
  }

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [isCancelled ? .text("a moment") : .esc("cancel")]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    [.escape, .control("c")].contains(key) ? cancel(in: wizard) : .stay
  }

  package mutating func cancel(in wizard: Wizard) -> OverlayResponse {
    guard !isCancelled else { return .stay }
    isCancelled = true
    doing = "Stopping"
    return .stay { _ in [.cancelSubmission] }
  }

  package mutating func handle(_ event: Event, in wizard: Wizard) -> OverlayResponse {
    guard case .progress(let progress) = event, !isCancelled else { return .stay }
    doing =
      switch progress {
      case .sending(attempt: 1): "Sending"
      case .sending(let attempt): "Sending, try \(attempt): nothing was created before"
      case .waiting(let seconds, let outcome):
        "Waiting \(seconds) s, then again: \(outcome.sentence)"
      case .checking: "No readable answer: asking the account for the sink"
      }
    return .stay
  }

  // MARK: Line mode

  package var isWaiting: Bool { true }

  package func plainLines(in wizard: Wizard) -> [String] { [doing + "; Ctrl-C stops it"] }
}
