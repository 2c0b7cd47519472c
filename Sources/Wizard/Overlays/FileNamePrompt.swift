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
  /// Whether the name is a suggestion, which the first typed character replaces.
  package private(set) var isOffered: Bool
  /// The reason that the last attempt failed.
  package private(set) var problem: String?
  /// The names that the completion found, if there are several.
  package private(set) var candidates: [String] = []

  /// Creates a prompt that suggests a name.
  init(purpose: Purpose, offering name: String) {
    self.purpose = purpose
    editor = LineEditor(name)
    isOffered = !name.isEmpty
  }

  /// Creates a prompt for a name that was entered before, to be corrected.
  init(purpose: Purpose, editing name: String, problem: String? = nil) {
    self.purpose = purpose
    self.problem = problem
    editor = LineEditor(name)
    isOffered = false
  }

  package func footer(in wizard: Wizard) -> [FooterItem] {
    [.enter("accept"), .key("Tab", "complete", .completeName), .esc("close")]
  }

  package mutating func handle(_ key: Key, in wizard: Wizard) -> OverlayResponse {
    switch key {
    case .escape, .control("c"): return .close
    case .enter: return perform(.accept, in: wizard)
    case .tab: return perform(.completeName, in: wizard)
    case .character(let character): paste(String(character))
    default:
      guard let command = Keymap.command(for: key, in: [.text]) else { break }
      edit { $0.perform(command) }
    }
    return .stay
  }

  package mutating func perform(_ command: Command, in wizard: Wizard) -> OverlayResponse {
    switch command {
    case .accept: accept()
    case .completeName: complete()
    default: .stay
    }
  }

  package mutating func paste(_ text: String) {
    if isOffered { editor = LineEditor() }
    edit { $0.insert(text) }
  }

  private mutating func edit(_ change: (inout LineEditor) -> Void) {
    change(&editor)
    isOffered = false
    problem = nil
    candidates = []
  }

  /// Starts the file operation; the prompt stays open until an event reports the result.
  private mutating func accept() -> OverlayResponse {
    let name = editor.text
    guard !name.isEmpty else {
      problem = "type a file name"
      return .stay
    }
    let purpose = purpose
    return .stay { $0.useFile(name, to: purpose) }
  }

  // MARK: Completion

  /// Requests the names that complete the text before the cursor; if it is a suggestion, all names
  /// in its folder.
  private mutating func complete() -> OverlayResponse {
    if isOffered { edit { $0 = LineEditor(Self.folder(of: $0.text)) } }
    let text = editor.beforeCursor
    return .stay { _ in [.complete(name: text)] }
  }

  package mutating func handle(_ event: Event, in wizard: Wizard) -> OverlayResponse {
    guard case .completions(of: let text, let names) = event, text == editor.beforeCursor else {
      return .stay
    }
    guard let common = names.dropFirst().reduce(names.first, { $0?.commonPrefix(with: $1) }) else {
      problem = "no file name starts with this"
      return .stay
    }
    let typed = text.dropFirst(Self.folder(of: text).count)
    edit { $0.insert(String(common.dropFirst(typed.count))) }
    if names.count > 1 { candidates = names }
    return .stay
  }

  /// Returns the part of a path up to its last slash.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  // MARK: Line mode

  package var takesAnyText: Bool { true }

  package func plainLines(in wizard: Wizard) -> [String] {
    (problem.map { ["\(editor.text) \($0)"] } ?? [])
      + PlainSession.limited(candidates.map { "  \($0)" })
  }

  package func plainPrompt(hasClipboard: Bool) -> String {
    let enter = isOffered ? " [\(editor.text)], /back returns" : ", or Enter to go back"
    return "\(purpose.words)\(enter), NAME* to list files: "
  }

  package mutating func answer(
    _ line: String, hasClipboard: Bool, in wizard: Wizard
  ) -> PlainResponse {
    if line.isEmpty { return .accepted(isOffered ? accept() : .close) }
    let isListing = line.hasSuffix("*")
    self = FileNamePrompt(purpose: purpose, editing: isListing ? String(line.dropLast()) : line)
    return .accepted(isListing ? complete() : accept())
  }
}

extension String {
  /// Returns the longest common prefix of two strings.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

extension FileNamePrompt.Purpose {
  /// The label of the prompt.
  fileprivate var words: String {
    switch self {
    case .open: "Payload file"
    case .importSchema: "Schema file"
    case .sample: "Sample events file"
    case .save(.json): "File to save the payload to"
    case .save(let form): "File to write the request to, as \(form.title)"
    }
  }
}
