import Screen
import SinkExport
package import SinkSpec

/// The wizard: what the operator has given, where they are, and what each event does to it.
///
/// Pure: no input or output, no clock, no terminal. What it wants done it returns as effects.
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
  /// Something to tell the operator until the next key.
  package internal(set) var notice: Notice?
  /// The time for rendered patterns; the program sets it, the wizard has no clock.
  package var now: Timestamp

  package internal(set) var submission = SubmissionState()

  var history = History()
  var files: FileState

  /// A wizard at its first step.
  ///
  /// - Parameters:
  ///   - account: the account of the URL, when it is known.
  ///   - now: the time for rendered patterns.
  ///   - settings: what it is told once.
  package init(account: String? = nil, now: Timestamp, settings: Settings = Settings()) {
    self.settings = settings
    self.now = now
    draft = Draft(account: account)
    files = FileState(draft)
    validation = FormValidation(of: draft)
    updateRows()
    focus(rows.firstItem)
    updateStates()
  }

  /// Does what an event asks for, and says what the program is to do.
  package mutating func handle(_ event: Event) -> [Effect] {
    let before = draft
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
    case .opened(let name, let result): fileOpened(name, result)
    case .saved(let name, let form, let problem): fileSaved(name, form, problem)
    case .notCopied: notice = .noClipboard
    case .sampling, .sampled, .progress:
      effects = updateOverlay { $0.handle(event, in: $1) }
    case .resumed(let result): resumed(result)
    case .draftNotKept(let sentence):
      files.loseDraft()
      notice = .draftNotKept(sentence)
    case .submitted(let submission): submitted(submission)
    case .notSent(let sentence): notSent(sentence)
    case .lookedUp(let lookup): lookedUp(lookup)
    case .tick: break
    }
    // Whoever comes back later may be someone else.
    if overlay != nil || effects.contains(.suspend) { editing.hideSecret() }
    refresh(after: before)
    return effects
  }

  mutating func show(_ overlay: some WizardOverlay) { self.overlay = overlay }

  mutating func closeOverlay() { overlay = nil }

  /// Lets the overlay change itself and does what it responds.
  mutating func updateOverlay(
    _ change: (inout any WizardOverlay, Wizard) -> OverlayResponse
  ) -> [Effect] {
    guard var overlay else { return [] }
    let response = change(&overlay, self)
    self.overlay = response.closesOverlay ? nil : overlay
    return response.action(&self)
  }

  /// Brings everything that follows from the draft up to date.
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
    }
    updateRows()
    if let item, row(of: item) == nil {
      reveal(item)
      if row(of: item) == nil { focus(fallback(for: item)) }
    }
    navigation.follow(
      focusedRow: item.flatMap { row(of: $0) }, height: max(1, layout.bodyHeight))
    updateStates()
  }

  /// Makes the rows of the step anew, after a change of what shows in it.
  mutating func updateRows() {
    navigation.show(
      step == .review
        ? reviewRows
        : Form.rows(of: step, draft, columns.folding, matches: columns.search?.matches))
  }

  /// The row that an item is on; nil when it does not show.
  package func row(of item: FormItem) -> Int? {
    rows.row(of: item, at: item.fieldID.flatMap { draft.path(of: $0) })
  }

  /// What gets the focus when what had it is gone.
  private func fallback(for item: FormItem) -> FormItem? {
    if let id = item.fieldID, let path = draft.path(of: id), let row = rows.row(of: path) {
      return rows[row].items.first
    }
    if case .issue = item { return rows.firstItem }
    return rows.lastParameter ?? rows.firstItem
  }
}
