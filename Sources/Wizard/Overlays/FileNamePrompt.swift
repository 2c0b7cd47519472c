package import Screen
package import SinkExport

/// A prompt for the name of a file to save to or to open.
package struct FileNamePrompt: WizardOverlay, Hashable {
  package enum Purpose: Hashable, Sendable {
    case open
    /// Import columns from a schema file.
    case importSchema
    /// Infer columns from sample events.
    case sample
    case save(ExportForm)
  }

  package let purpose: Purpose
  package private(set) var editor: LineEditor
  /// The reason that the last attempt failed.
  package private(set) var problem: String?

  init(purpose: Purpose, name: String, problem: String? = nil) {
    self.purpose = purpose
    self.problem = problem
    editor = LineEditor(name)
  }

  package func footer(in wizard: Wizard) -> [FooterItem] { [.enter("accept"), .esc("close")] }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    switch key {
    case .escape, .control("c"): return .close
    case .enter: return perform(.accept, in: wizard)
    case .character(let character): paste(String(character))
    default:
      guard let command = Keymap.command(for: key, in: [.text]) else { break }
      editor.perform(command)
      problem = nil
    }
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    command == .accept ? accept() : .stay
  }

  package mutating func paste(_ text: String) {
    editor.insert(text)
    problem = nil
  }

  /// Starts the file operation; the prompt stays open until an event reports the result.
  private mutating func accept() -> OverlayResponse {
    let name = editor.text
    guard !name.isEmpty else {
      problem = "type the name of a file"
      return .stay
    }
    let purpose = purpose
    return .stay { $0.useFile(name, to: purpose) }
  }

  // MARK: Line mode

  package var takesAnyText: Bool { true }

  package func plainLines(in wizard: Wizard) -> [String] {
    problem.map { ["\(editor.text) \($0)"] } ?? []
  }

  package func plainPrompt(hasClipboard: Bool) -> String {
    "\(purpose.words), or Enter to go back: "
  }

  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse {
    guard !line.isEmpty else { return .accepted(.close) }
    self = FileNamePrompt(purpose: purpose, name: line)
    return .accepted(accept())
  }
}

extension FileNamePrompt.Purpose {
  /// The label of the prompt.
  fileprivate var words: String {
    switch self {
    case .open: "File with a payload"
    case .importSchema: "File with a schema"
    case .sample: "File with sample events"
    case .save(.json): "File to save the payload to"
    case .save(let form): "File to write the request to, as \(form.title)"
    }
  }
}
