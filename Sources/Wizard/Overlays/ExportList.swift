package import Screen
package import SinkExport

/// A list of export formats for other tools.
package struct ExportList: WizardOverlay, Hashable {
  package private(set) var selected = 0

  package var form: ExportForm { ExportForm.allCases[selected] }

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [.text("↑ ↓ choose"), .enter("to a file"), .key("c", "copy", .copy), .esc("close")]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    switch key {
    case .escape, .control("c"): return .close
    case .enter: return perform(.accept, in: wizard)
    case .character("c"), .alt("w"): return perform(.copy, in: wizard)
    case .down, .tab, .control("n"): select(selected + 1)
    case .up, .backTab, .control("p"): select(selected - 1)
    default: break
    }
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    let form = form
    switch command {
    case .accept: return accept()
    case .copy: return .close { $0.copy(form) }
    default: return .stay
    }
  }

  package mutating func click(option: Int, in wizard: Wizard) -> OverlayResponse {
    if selected == option { return accept() }
    select(option)
    return .stay
  }

  package mutating func turnWheel(by steps: Int, in wizard: Wizard) { select(selected + steps) }

  private mutating func select(_ line: Int) {
    selected = max(0, min(line, ExportForm.allCases.count - 1))
  }

  private func accept() -> OverlayResponse {
    let form = form
    return .close { wizard in
      wizard.askForName(to: .save(form))
      return []
    }
  }

  // MARK: Line mode

  package func plainLines(in wizard: Wizard) -> [String] {
    ExportForm.allCases.enumerated().map { "  \($0 + 1) \($1.title): \($1.help)" }
  }

  package func plainPrompt(hasClipboard: Bool) -> String { "Number, or Enter to go back: " }

  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse {
    guard !line.isEmpty else { return .accepted(.close) }
    let forms = ExportForm.allCases
    let named = forms.firstIndex { $0.title.lowercased() == line.lowercased() }
    guard let index = named ?? line.itemIndex(among: forms.count) else { return .refused }
    select(index)
    return .accepted(accept())
  }
}
