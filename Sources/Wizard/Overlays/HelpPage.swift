package import Screen

/// The help for the focused item, and all keys.
package struct HelpPage: WizardOverlay, Hashable {
  package private(set) var position = ScrollPosition()

  package func footer(in wizard: Wizard) -> [FooterItem] { [.text("↑ ↓ scroll"), .esc("close")] }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    if key.closesText { return .close }
    position.scroll(for: key, lineCount: lineCount(in: wizard), in: wizard.layout)
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    command == .accept ? .close : .stay
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) {
    position.turnWheel(by: steps, lineCount: lineCount(in: wizard), in: wizard.layout)
  }

  private func lineCount(in wizard: Wizard) -> Int {
    wizard.helpLines.reduce(0) { $0 + $1.wrapped(width: wizard.layout.boxWidth).count }
  }

  /// Line mode has its own help.
  package var isAnnouncement: Bool { true }
}
