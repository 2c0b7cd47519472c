package import SinkDraft
import SinkSpec

/// Saving drafts while the wizard runs, and resuming them.
extension Wizard {
  /// The draft to save now; nil if nothing would be lost.
  package var kept: SavedDraft? {
    let since = submission.unconfirmedSince
    let draft = entered
    guard draft != files.savedDraft || since != nil else { return nil }
    return SavedDraft(draft: draft, step: step.number, unconfirmedSince: since)
  }

  /// Offers drafts to resume, newest first.
  package mutating func offer(_ drafts: [DraftSummary]) {
    if !drafts.isEmpty { show(DraftList(drafts: drafts)) }
  }

  /// Appends messages about drafts to the current notice.
  package mutating func reportDrafts(_ sentences: [String]) {
    guard !sentences.isEmpty else { return }
    notice = .drafts(sentences, after: notice)
  }

  /// Resumes a saved draft.
  package mutating func resume(_ savedDraft: SavedDraft) {
    var next = savedDraft.draft
    if !next["/account_id"].isSet { next["/account_id"] = draft["/account_id"] }
    draft = next
    history = History()
    let items = Step.allCases.filter { $0 != .review }.flatMap { step in
      Form.rows(of: step, draft).flatMap(\.items).filter { entry(of: $0).isSet }
    }
    validation.start(with: draft, touching: items)
    closeOverlay()
    navigation.enter(Step(number: savedDraft.step) ?? .sink)
    if step == .review { visitEverythingAsked() }
    updateRows()
    focus(rows.firstItem)
    let labels = savedDraft.redacted.map { SinkDescription.parameter(at: $0)?.label ?? $0.text }
    notice = .draftRestored(redacted: labels)
    if let since = savedDraft.unconfirmedSince { showUnconfirmed(since) }
    updateStates()
  }

  private mutating func showUnconfirmed(_ since: Timestamp) {
    submission.resume(
      draft.request, account: draft["/account_id"].text, unconfirmedSince: since)
    show(
      SubmissionReport(
        .mayExist,
        sentences: [
          "This sink was sent at \(since.rfc3339), and the wizard ended before the result was known.",
          "Check whether it exists before retrying.",
        ], pointer: nil, canAsk: settings.target.canBeAsked))
  }

  mutating func resumed(_ result: Result<SavedDraft, FileProblem>) {
    switch result {
    case .success(let savedDraft): resume(savedDraft)
    case .failure(let problem):
      closeOverlay()
      if case .failed(let sentence) = problem { notice = .draftNotRead(sentence) }
    }
  }
}
