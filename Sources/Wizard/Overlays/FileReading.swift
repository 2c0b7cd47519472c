package import Screen

/// The progress of opening a file that takes a while.
package struct FileReading: WizardOverlay, Hashable {
  package private(set) var progress: FileProgress

  init(_ progress: FileProgress) { self.progress = progress }

  package func footer(in wizard: Wizard) -> [FooterItem] { [.esc("give up")] }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    [.escape, .control("c")].contains(key) ? cancel(in: wizard) : .stay
  }

  package mutating func cancel(in wizard: Wizard) -> OverlayResponse {
    let name = progress.name
    return .close { $0.giveUpOpening(name) }
  }

  package mutating func handle(_ event: Event, in wizard: Wizard) -> OverlayResponse {
    if case .opening(let progress) = event { self.progress = progress }
    return .stay
  }

  // MARK: Line mode

  package var isWaiting: Bool { true }

  package func plainLines(in wizard: Wizard) -> [String] {
    ["Opening \(progress.name); Ctrl-C gives up"]
  }
}
