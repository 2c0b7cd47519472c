import CloudflareAPI
import Screen
package import SinkDraft
import SinkExport
package import SinkSpec

/// The state of the wizard: the draft, the operator's position, and the handling of events.
///
/// Pure: no I/O, no clock, no terminal. Side effects are returned as ``Effect`` values.
package struct Wizard: Sendable {
  package let settings: Settings
  package internal(set) var draft: Draft
  package internal(set) var validation: FormValidation
  package internal(set) var navigation = Navigation()
  package internal(set) var editing = Editing()
  package private(set) var overlay: (any WizardOverlay)?
  package internal(set) var columns = ColumnListState()
  package internal(set) var display = Display()
  package internal(set) var requestPane = RequestPane()
  /// The message to show until the next key.
  package internal(set) var notice: Notice?
  /// The time for rendered patterns, set by the program because the wizard has no clock.
  package var now: Timestamp
  /// The time used in file name examples, fixed so that they do not change while typing.
  let startedAt: Timestamp

  package internal(set) var submission = SubmissionState()
  package internal(set) var account = AccountState()

  var history = History()
  var files: FileState

  /// Creates a wizard at its first step.
  ///
  /// - Parameters:
  ///   - account: The account of the URL, if known.
  ///   - now: The time for rendered patterns.
  ///   - settings: The configuration.
  package init(account: String? = nil, now: Timestamp, settings: Settings = Settings()) {
    self.settings = settings
    self.now = now
    startedAt = now
    draft = Draft(account: account)
    files = FileState(draft)
    validation = FormValidation(of: draft)
    countRequired()
    updateRows()
    focus(rows.firstItem)
    updateStates()
  }

  /// Handles an event and returns the effects for the program to run.
  package mutating func handle(_ event: Event) -> [Effect] {
    // Repaint in any state and at any size, without changing anything, not even the notice.
    if event == .key(.control("l")) || event == .command(.repaint) { return [.repaint] }
    let before = draft
    let stepBefore = step
    var effects: [Effect] = []
    switch event {
    case .key, .command:
      notice = nil
      requestPane.highlight([])
      navigation.returnToFocus()
      effects =
        switch event {
        case .key(let key): handle(key)
        case .command(let command): handle(command)
        default: []
        }
    case .pointed(let action, let target):
      notice = nil
      requestPane.highlight([])
      effects = point(action, at: target)
    case .resized(let rows, let columns):
      display.resize(rows: rows, columns: columns)
      followLayout()
    case .continued: editing.hideSecret()
    case .opening(let progress): fileOpening(progress)
    case .opened(let name, let result): fileOpened(name, result)
    case .saved(let name, let form, let problem): fileSaved(name, form, problem)
    case .notCopied: notice = .noClipboard
    case .progress(let progress):
      if case .recorded(let request) = progress { submission.record(request) }
      effects = updateOverlay { $0.handle(event, in: $1) }
    case .sampling, .sampled, .completions:
      effects = updateOverlay { $0.handle(event, in: $1) }
    case .answered(let id, let result):
      account.take(id, result)
      effects = updateOverlay { $0.handle(event, in: $1) }
    case .checked(let id, let results, let isLast): account.take(id, results, isLast: isLast)
    case .validated(let id, let result):
      account.take(id, result)
      effects = updateOverlay { $0.handle(event, in: $1) }
    case .resumed(let result): resumed(result)
    case .draftNotKept(let sentence):
      files.loseDraft()
      notice = .draftNotKept(sentence)
    case .draftKeptAgain:
      files.regainDraft()
      notice = .draftKeptAgain
    case .submitted(let submission): submitted(submission)
    case .notSent(let sentence): notSent(sentence)
    case .lookedUp(let lookups): lookedUp(lookups)
    case .tick: break
    }
    // Hide revealed secrets: someone else may resume the session.
    if overlay != nil || effects.contains(.suspend) { editing.hideSecret() }
    effects += followChecks(from: stepBefore)
    refresh(after: before)
    return effects
  }

  mutating func show(_ overlay: some WizardOverlay) { self.overlay = overlay }

  mutating func closeOverlay() { overlay = nil }

  /// Lets the overlay change itself, then runs the action of its response.
  mutating func updateOverlay(
    _ change: (inout any WizardOverlay, Wizard) -> OverlayResponse
  ) -> [Effect] {
    guard var overlay else { return [] }
    let response = change(&overlay, self)
    self.overlay = response.closesOverlay ? nil : overlay
    return response.action(&self)
  }

  /// Updates all state derived from the draft.
  mutating func refresh(after before: Draft) {
    if draft != before {
      history.recordFocus(at: step, item)
      var changed = Set(draft.differences(from: before))
      if let pointer = item.flatMap({ pointer(of: $0) }), pointer.isWithin("/schema/fields") {
        changed.remove("/schema/fields")
        changed.insert(pointer)
      }
      requestPane.highlight(changed)
      submission.dropRejections(of: changed)
      validation.update(draft, rejected: submission.rejectedValues)
      columns.dropMarks(missingIn: draft)
      countRequired()
    }
    updateRows()
    if let item, row(of: item) == nil {
      reveal(item)
      if row(of: item) == nil { focus(fallback(for: item)) }
    }
    navigation.follow(
      focusedRow: item.flatMap { row(of: $0) },
      height: max(1, scrolledHeight(in: layout.formHeight)))
    updateStates()
  }

  /// Rebuilds the rows of the step after a change of its content.
  mutating func updateRows() {
    navigation.show(
      step == .review
        ? reviewRows
        : Form.rows(of: step, draft, columns.folding, matches: columns.search?.matches))
    display.fit(formLines: rows.lineCount)
  }

  /// Returns the row of an item; nil if it is not shown.
  package func row(of item: FormItem) -> Int? {
    rows.row(of: item, at: item.fieldID.flatMap { draft.path(of: $0) })
  }

  /// Returns the item to focus after the focused one was removed.
  private func fallback(for item: FormItem) -> FormItem? {
    if let id = item.fieldID, let path = draft.path(of: id), let row = rows.row(of: path) {
      return rows[row].items.first
    }
    if case .issue = item { return rows.firstItem }
    return rows.lastParameter ?? rows.firstItem
  }
}
