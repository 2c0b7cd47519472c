package import Screen
package import SinkExport
import SinkSpec

/// A list of export formats for other tools.
package struct ExportList: WizardOverlay, Hashable {
  package private(set) var selected: Int
  /// The scroll position of the preview.
  package private(set) var position = ScrollPosition()

  init(_ form: ExportForm) { selected = ExportForm.allCases.firstIndex(of: form) ?? 0 }

  package var form: ExportForm { ExportForm.allCases[selected] }

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [
      .text("1–\(ExportForm.allCases.count) ↑ ↓ choose"), .enter("to a file"),
      .key("c", "copy", .copy), .text("PgDn scroll"),
      .esc("close"),
    ]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    switch key {
    case .escape, .control("c"): return .close
    case .enter: return perform(.accept, in: wizard)
    case .character("c"), .alt("w"): return perform(.copy, in: wizard)
    case .down, .tab, .control("n"): select(selected + 1)
    case .up, .backTab, .control("p"): select(selected - 1)
    case .pageDown, .pageUp, .home, .end, .character(" "): scroll(key, in: wizard)
    case .character(let character): select(at: character)
    default: break
    }
    return .stay
  }

  /// Selects the format with the given number, or the next one whose name starts with the given
  /// letter.
  private mutating func select(at character: Character) {
    let forms = ExportForm.allCases
    if let index = String(character).itemIndex(among: forms.count) { return select(index) }
    let others =
      Array(forms.indices.dropFirst(selected + 1)) + Array(forms.indices.prefix(selected))
    let letter = character.lowercased()
    if let index = others.first(where: { forms[$0].title.lowercased().hasPrefix(letter) }) {
      select(index)
    }
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    let form = form
    switch command {
    case .accept: return accept()
    case .copy:
      return .close { wizard in
        wizard.files.remember(form)
        return wizard.copy(form)
      }
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
    let next = max(0, min(line, ExportForm.allCases.count - 1))
    if next != selected { position = ScrollPosition() }
    selected = next
  }

  /// Returns the lines of the preview.
  package func preview(in wizard: Wizard) -> [String] {
    wizard.export(form, secrets: .referenced).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
  }

  /// Returns the number of lines of the preview that fit below the formats.
  package func previewHeight(in layout: Layout) -> Int {
    max(1, layout.overlayHeight - ExportForm.allCases.count - 2)
  }

  private mutating func scroll(_ key: Key, in wizard: Wizard) {
    position.scroll(
      for: key, lineCount: preview(in: wizard).count, height: previewHeight(in: wizard.layout))
  }

  private func accept() -> OverlayResponse {
    let form = form
    return .close { wizard in
      wizard.files.remember(form)
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
