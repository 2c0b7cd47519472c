package import SinkExport
package import SinkSpec

/// A message about the last action, shown until the next keystroke or input line.
///
/// All wording is in this file, with one text for the screen and one for line mode.
package enum Notice: Hashable, Sendable {
  // Navigation.
  case firstField, lastField
  case firstIssueAgain, lastIssueAgain, noIssue, noOtherIssue
  case noRepair, repaired(String, Repair, isSecret: Bool)
  case nothingInside

  // Undo and redo.
  case nothingToUndo, nothingToRedo, undone, redone

  // Editing.
  case emptyFirst, noPresets, nothingToList, noChoice(String)

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
  case opened(name: String, replacesInput: Bool), openingStopped(String)
  case saved(name: String, ExportForm, hasReferences: Bool)

  // Drafts.
  case draftRestored(redacted: [String])
  case accountTaken(String)
  case draftNotRead(String)
  case draftNotKept(String)
  case draftKeptAgain
  case draftDeclined
  /// Startup messages about drafts, appended to an earlier notice.
  indirect case drafts([String], after: Notice?)

  // The account.
  case accountNotRead(String)
  case notListed(ListObstacle)
  case tableTaken(String, free: String)
  case streamWithoutSchema(String)
  case streamNotInSQL

  // Submission.
  case notSent(SubmissionObstacle)
}

/// The reason that no list of values is available for the focused field.
package enum ListObstacle: Hashable, Sendable {
  case noAccount, noBucket
  /// The account has no values of this kind.
  case noList

  fileprivate var sentence: String {
    switch self {
    case .noAccount: "Enter the account ID first; this list is read from the account"
    case .noBucket: "Enter the bucket first; this list is read from its catalog"
    case .noList: "The account has no list of values for this field"
    }
  }
}

/// Text to copy to the clipboard.
package enum CopiedText: Hashable, Sendable {
  case request(ExportForm)
  case createdSink
  case pipelineSQL
  /// A command that creates a pipeline, with the name of its program.
  case pipelineCommand(String)
}

/// How text reaches the clipboard, if known.
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

  /// Returns the text of the notice.
  package func text(for interface: Interface) -> String {
    switch self {
    case .firstField: "This is the first field of the step; Ctrl-P goes to the previous step"
    case .lastField: "This is the last field of the step; Ctrl-N goes to the next step"
    case .firstIssueAgain: "Wrapped around to the first issue"
    case .lastIssueAgain: "Wrapped around to the last issue"
    case .noIssue: "No issues"
    case .noOtherIssue: "There are no other issues"
    case .noRepair: "No repair is known here"
    case .repaired(let name, let repair, let isSecret):
      "\(name): \(repair.words(isSecret: isSecret)); \(interface.undo) undoes it"
    case .nothingInside: "This column has no children"
    case .nothingToUndo: "Nothing to undo"
    case .nothingToRedo: "Nothing to redo"
    case .undone: "Undone"
    case .redone: "Redone"
    case .noChoice(let letters):
      "No value starts with \"\(letters)\"; Space lists the values, Backspace starts over"
    case .noPresets: "No common values are known for this field"
    case .nothingToList: "There are no values to list here"
    case .emptyFirst: "Clear the field first; then Alt-0 sends an empty string"
    case .tooDeep(let limit): "Columns can be nested at most \(limit) levels deep"
    case .oneItemOnly: "A list has exactly one item"
    case .itemCannotBeDeleted: "A list must have an item; change its type instead"
    case .itemCannotBeMoved: "A list's item cannot be moved; move the list"
    case .itemCannotBeMarked: "A list's item cannot be marked; mark the list"
    case .nothingAbove: "There is no struct or list above to move into"
    case .notAStruct: "The column above is not a struct"
    case .atTop: "The column is already at the top level"
    case .marked(0): "There are no columns"
    case .marked(let count): "\(Count.of(count, "column")) marked"
    case .noneMarked: "No columns are marked"
    case .markFirst: "Mark columns first: Alt-M marks one, Alt-G all, or all that match the filter"
    case .changedMarked(let count, let change):
      "\(Count.of(count, "column")): \(change.done); \(interface.undo) undoes it"
    case .imported(let count, let name):
      "\(Wizard.count(count, "column") ?? "No columns") from \(name); \(interface.undo) undoes it"
    case .importDiscarded: "The columns are unchanged"
    case .requestHasFocus: "The request has focus; Esc or F2 goes back to the form"
    case .noFieldOnLine: "No field on this line"
    case .nothingSearched: "No search yet; press / to start one"
    case .notFound(let text): "No match for \"\(text)\""
    case .fromTopAgain: "Search continued from the top"
    case .fromBottomAgain: "Search continued from the bottom"
    case .searchNeedsRequest: "F2 shows the request; / searches there"
    case .sampleNeedsSchema: "Sample events are shown in the schema step"
    case .sampleShown: "F3 returns to the form, F2 shows the request"
    case .mouse(isOn: true): "The mouse is on: hold Shift to select text; F4 turns it off"
    case .mouse(isOn: false): "The mouse is off: select text as usual; F4 turns it on"
    case .copied(let what, let count, let route):
      switch route {
      case .terminal: "Sent \(what.words) (\(count) bytes) to the terminal's clipboard"
      case .tmux: "Sent \(what.words) (\(count) bytes) to tmux; requires set-clipboard on"
      case .mayBeTooLarge:
        "Sent \(what.words) to the clipboard; not every terminal accepts \(count) bytes"
      }
    case .tooLargeToCopy(let what, let count):
      "Not copied: \(what.words) is too large for the clipboard (\(count) bytes); "
        + "\(interface.save) saves it to a file"
    case .noClipboard:
      "Not copied: this terminal has no clipboard; \(interface.save) saves to a file"
    case .opened(let name, let replacesInput):
      "\(name) is open; no issues found"
        + (replacesInput ? "; \(interface.undo) restores your input" : "")
    case .openingStopped(let name): "Stopped opening \(name); nothing was loaded"
    case .saved(let name, let form, let hasReferences):
      (form == .json ? "Saved" : "Saved as \(form.title)") + " to \(name)"
        + (hasReferences ? ", with references in place of the secrets" : "")
    case .draftRestored(let labels) where labels.isEmpty: "Draft restored"
    case .draftRestored(let labels):
      "Draft restored; re-enter: \(labels.joined(separator: ", "))"
    case .accountTaken(let account):
      "Using account \(account); \(interface.undo) restores the draft's account"
    case .draftNotRead(let problem): "The draft \(problem)"
    case .draftNotKept(let sentence): sentence
    case .draftKeptAgain: "The draft is kept again"
    case .draftDeclined: "Started a new sink; run with --resume to continue the draft"
    case .drafts(let sentences, let first):
      ((first.map { [$0.text(for: interface)] } ?? []) + sentences).joined(separator: "; ")
    case .accountNotRead(let sentence): "Cannot read the account: \(sentence)"
    case .notListed(let obstacle): obstacle.sentence
    case .tableTaken(let name, let free): "\(name) already exists; \(free) is available"
    case .streamWithoutSchema(let name): "The stream \(name) has no columns to import"
    case .streamNotInSQL:
      "SQL cannot refer to this stream: its name has characters other than letters, digits and _"
    case .notSent(let obstacle): "Not sent: \(obstacle.words)"
    }
  }
}

extension CopiedText {
  fileprivate var words: String {
    switch self {
    case .request(.json): "the request"
    case .request(let form): "the request as \(form.title)"
    case .createdSink: "the created sink"
    case .pipelineSQL: "the SQL"
    case .pipelineCommand(let program): "the \(program) command"
    }
  }
}

extension SubmissionObstacle {
  var words: String {
    switch self {
    case .errors(let count): "the request has \(Count.of(count, "error")), listed above"
    case .unsetVariables(let names):
      "\(names.map { "$\($0)" }.joined(separator: " and ")) \(names.count == 1 ? "is" : "are") "
        + "not set in the environment; provide a value there and restart, or type one"
    case .unavailable(let sentence): sentence
    }
  }
}

extension MarkedChange {
  fileprivate var done: String { self == .delete ? "deleted" : name }
}

extension Repair {
  /// Returns a short description of the change, without the value of a secret.
  func words(isSecret: Bool) -> String {
    switch self {
    case .setValue where isSecret: "made a reference"
    case .setValue(let text): "set to \(text)"
    case .rename(let name): "renamed to \(name)"
    }
  }
}
