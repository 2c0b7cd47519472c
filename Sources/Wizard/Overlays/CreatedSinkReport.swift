import CloudflareAPI
package import Screen

/// The created sink, with the SQL that writes into it.
package struct CreatedSinkReport: WizardOverlay, Hashable {
  package private(set) var position = ScrollPosition()

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [
      .enter("quit and print it"), .key("c", "copy", .copy), .text("↑ ↓ scroll"),
      .esc("back to the form"),
    ]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    switch key {
    case .character("c"), .alt("w"): return perform(.copy, in: wizard)
    case .enter, .control("x"), .control("q"), .control("c"): return leave()
    case .escape: return .close
    default:
      position.scroll(for: key, lineCount: wizard.submission.resultLines.count, in: wizard.layout)
      return .stay
    }
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    switch command {
    case .accept: leave()
    case .copy: copy()
    default: .stay
    }
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) {
    position.turnWheel(by: steps, lineCount: wizard.submission.resultLines.count, in: wizard.layout)
  }

  package func leave(in wizard: Wizard) -> OverlayResponse? { leave() }

  private func leave() -> OverlayResponse { .stay { [$0.leaving] } }

  private func copy() -> OverlayResponse {
    .stay { $0.copy($0.submission.createdText ?? "", as: .createdSink) }
  }

  // MARK: Line mode

  package func plainLines(in wizard: Wizard) -> [String] {
    guard let sink = wizard.submission.created else { return [] }
    return ["Created: \(sink.name)", "ID: \(sink.id)"]
      + (wizard.submission.insertion.map { ["A pipeline writes to it with \($0)"] } ?? [])
  }

  package func plainPrompt(hasClipboard: Bool) -> String {
    hasClipboard
      ? "Enter ends and prints it, c copies it, b goes back: "
      : "Enter ends and prints it, b goes back: "
  }

  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse {
    switch line.lowercased() {
    case "": .accepted(leave())
    case "b": .accepted(.close)
    case "c" where hasClipboard: .accepted(copy())
    default: .refused
    }
  }
}
