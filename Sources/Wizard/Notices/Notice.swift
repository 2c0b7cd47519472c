package import SinkExport
import SinkSpec

/// A message about the last action, shown until the next key or line.
///
/// All wording is in this file, with one text for the screen and one for line mode.
package enum Notice: Hashable, Sendable {
  // Moving about.
  case firstField, lastField
  case firstIssueAgain, lastIssueAgain, noIssue, noOtherIssue
  case nothingInside

  // Undo and redo.
  case nothingToUndo, nothingToRedo, undone, redone

  // Editing.
  case emptyFirst

  // Columns.
  case tooDeep(limit: Int)
  case oneItemOnly, itemCannotBeDeleted, itemCannotBeMoved, itemCannotBeMarked
  case nothingAbove, notAStruct, atTop
  case marked(Int), noneMarked, markFirst
  case changedMarked(Int, MarkedChange)
  case imported(Int, name: String), importDiscarded

  // The request.
  case requestHasFocus, noFieldOnLine
  case nothingSearched, notFound(String), fromTopAgain, fromBottomAgain, searchNeedsRequest
  case sampleNeedsSchema, sampleShown

  // Mouse, clipboard and files.
  case mouse(isOn: Bool)
  case copied(CopiedText, byteCount: Int, CopyRoute), tooLargeToCopy(CopiedText, byteCount: Int)
  case noClipboard
  case opened(name: String)
  case saved(name: String, ExportForm, hasReferences: Bool)

  // Drafts.
  case draftRestored(redacted: [String])
  case draftNotRead(String)
  case draftNotKept(String)
  case draftDeclined
  /// Sentences about drafts at the start, after an earlier notice.
  indirect case drafts([String], after: Notice?)

  // Submission.
  case notSent(SubmissionObstacle)
}

/// A text for the clipboard.
package enum CopiedText: Hashable, Sendable {
  case request(ExportForm)
  case createdSink
}

/// The way of a text to the clipboard, as far as it is known.
package enum CopyRoute: Hashable, Sendable {
  case terminal, tmux
  /// The text is larger than some terminals accept.
  case mayBeTooLarge
}

/// The reason that a request cannot be sent.
package enum SubmissionObstacle: Hashable, Sendable {
  case errors(Int)
  /// Variables that secrets refer to and that are not set.
  case unsetVariables([String])
  /// A reason that the program gave when it started, as a sentence.
  case unavailable(String)
}

// MARK: Wording

extension Notice {
  /// The interface in use, which decides how a notice names a command.
  package enum Interface: Hashable, Sendable {
    case screen, lines

    fileprivate var undo: String { self == .screen ? "Ctrl-_" : "/undo" }
    fileprivate var save: String { self == .screen ? "Ctrl-S" : "/save" }
  }

  /// The words of the notice.
  package func text(for interface: Interface) -> String {
    switch self {
    case .firstField: "The first field of this step; Ctrl-P goes to the step before"
    case .lastField: "The last field of this step; Ctrl-N goes to the next step"
    case .firstIssueAgain: "From the first issue again"
    case .lastIssueAgain: "The last issue"
    case .noIssue: "Nothing is wrong"
    case .noOtherIssue: "There is no other issue"
    case .nothingInside: "Nothing is inside this column"
    case .nothingToUndo: "Nothing more to take back"
    case .nothingToRedo: "Nothing more to bring back"
    case .undone: "It is taken back"
    case .redone: "It is brought back"
    case .emptyFirst: "Empty the field first; then Alt-0 sends an empty text"
    case .tooDeep(let limit): "Columns are nested \(limit) deep at most"
    case .oneItemOnly: "A list has one item only"
    case .itemCannotBeDeleted: "A list needs its item; change the type instead"
    case .itemCannotBeMoved: "A list needs its item"
    case .itemCannotBeMarked: "A list's item cannot be marked; mark the list"
    case .nothingAbove: "There is no struct or list above to move into"
    case .notAStruct: "The column above is not a struct"
    case .atTop: "The column is at the top already"
    case .marked(0): "There are no columns"
    case .marked(let count): "\(Count.of(count, "column")) marked"
    case .noneMarked: "No column is marked any more"
    case .markFirst: "Mark columns first: Alt-M marks one, Alt-G all, or all that a filter leaves"
    case .changedMarked(let count, let change):
      "\(Count.of(count, "column")): \(change.done); \(interface.undo) takes it back"
    case .imported(let count, let name):
      "\(Wizard.count(count, "column") ?? "No columns") from \(name); \(interface.undo) takes it back"
    case .importDiscarded: "The columns are as they were"
    case .requestHasFocus: "The request has the focus; Esc or F2 goes back to the form"
    case .noFieldOnLine: "No field asks for what is on this line"
    case .nothingSearched: "Nothing is searched for: / begins a search"
    case .notFound(let text): "No line has \(text)"
    case .fromTopAgain: "From the top again"
    case .fromBottomAgain: "From the bottom again"
    case .searchNeedsRequest: "F2 shows the request; / searches there"
    case .sampleNeedsSchema: "A sample event shows in the schema step"
    case .sampleShown: "F3 shows the form again, F2 the request"
    case .mouse(isOn: true): "The mouse is on: hold Shift to select text; F4 turns it off"
    case .mouse(isOn: false): "The mouse is off: text can be selected as usual; F4 turns it on"
    case .copied(let what, let count, let route):
      switch route {
      case .terminal: "\(what.words), \(count) bytes, was given to the terminal's clipboard"
      case .tmux: "\(what.words), \(count) bytes, was given to tmux; it needs set-clipboard on"
      case .mayBeTooLarge:
        "\(what.words) was given to the clipboard; not every terminal takes \(count) bytes"
      }
    case .tooLargeToCopy(let what, let count):
      "\(what.words) is too large for a clipboard: \(count) bytes; \(interface.save) saves it to a file"
    case .noClipboard:
      "Not copied: a terminal of this kind has no clipboard; \(interface.save) saves to a file"
    case .opened(let name): "\(name) is open; nothing is wrong with it"
    case .saved(let name, let form, let hasReferences):
      (form == .json ? "Saved" : "Saved as \(form.title)") + " to \(name)"
        + (hasReferences ? ", with references in place of the secrets" : "")
    case .draftRestored(let labels) where labels.isEmpty: "The draft is back"
    case .draftRestored(let labels):
      "The draft is back; enter again: \(labels.joined(separator: ", "))"
    case .draftNotRead(let problem): "The draft \(problem)"
    case .draftNotKept(let sentence): sentence
    case .draftDeclined: "A new sink; --resume goes on with the draft"
    case .drafts(let sentences, let first):
      ((first.map { [$0.text(for: interface)] } ?? []) + sentences).joined(separator: "; ")
    case .notSent(let obstacle): "Not sent: \(obstacle.words)"
    }
  }
}

extension CopiedText {
  fileprivate var words: String {
    switch self {
    case .request(.json): "The request"
    case .request(let form): "The request as \(form.title)"
    case .createdSink: "The created sink"
    }
  }
}

extension SubmissionObstacle {
  fileprivate var words: String {
    switch self {
    case .errors(let count): "the request has \(Count.of(count, "error")), listed above"
    case .unsetVariables(let names):
      "\(names.map { "$\($0)" }.joined(separator: " and ")) \(names.count == 1 ? "is" : "are") "
        + "not set in the environment"
    case .unavailable(let sentence): sentence
    }
  }
}

extension MarkedChange {
  fileprivate var done: String { self == .delete ? "deleted" : name }
}
