package import Screen

/// The progress of reading sample events.
package struct SampleReading: WizardOverlay, Hashable {
  package let name: String
  package private(set) var progress: SampleProgress?
  /// Whether cancellation was requested but has not finished.
  package private(set) var isStopping = false

  init(name: String) { self.name = name }

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [isStopping ? .text("stopping …") : .esc("stop, and keep the result so far")]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    [.escape, .control("c")].contains(key) ? cancel(in: wizard) : .stay
  }

  package mutating func cancel(in wizard: Wizard) -> OverlayResponse {
    guard !isStopping else { return .stay }
    isStopping = true
    return .stay { _ in [.stopSampling] }
  }

  package mutating func handle(_ event: Event, in wizard: Wizard) -> OverlayResponse {
    switch event {
    case .sampling(let progress):
      self.progress = progress
      return .stay
    case .sampled(let name, .success(let proposal)):
      return .stay { wizard in
        wizard.files.remember(name, for: .sample)
        wizard.propose(proposal, from: name)
        return []
      }
    case .sampled(let name, .failure(let problem)):
      return .stay { wizard in
        wizard.promptAgain(.sample, name, problem)
        return []
      }
    default: return .stay
    }
  }

  // MARK: Line mode

  package var isWaiting: Bool { true }

  package func plainLines(in wizard: Wizard) -> [String] {
    ["Reading events from \(name); Ctrl-C stops and keeps the result so far"]
  }
}
