package import SinkDraft
import SinkSpec

/// Saving drafts while the wizard runs, and resuming them.
extension Wizard {
  /// The draft to save now; nil if nothing would be lost.
  package var kept: SavedDraft? {
    let unconfirmed = submission.unconfirmed
    let draft = entered
    guard draft != files.savedDraft || !unconfirmed.isEmpty else { return nil }
    return SavedDraft(
      draft: draft, step: step.number, unconfirmed: unconfirmed, endpoint: settings.endpoint)
  }

  /// Offers drafts to resume, newest first.
  package mutating func offer(_ drafts: [DraftSummary]) {
    if !drafts.isEmpty { show(DraftList(drafts: drafts)) }
  }

  /// Names a new sink, unless it has a name.
  mutating func nameNewSink(_ name: String) {
    let field = FormItem.parameter("/name")
    guard !entry(of: field).isSet else { return }
    focus(field)
    replace(with: name)
  }

  /// Appends messages about drafts to the current notice.
  package mutating func reportDrafts(_ sentences: [String]) {
    guard !sentences.isEmpty else { return }
    notice = .drafts(sentences, after: notice)
  }

  /// Resumes a saved draft.
  package mutating func resume(_ savedDraft: SavedDraft) {
    let own = draft["/account_id"]
    var next = savedDraft.draft
    let mismatch = mismatch(with: savedDraft)
    if mismatch == nil, !next["/account_id"].isSet { next["/account_id"] = own }
    // The sandbox's account must not reach a real endpoint, whatever the answer is.
    if savedDraft.isForeignSandbox(at: settings.endpoint) { next.replaceAccount(by: .notSet) }
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
    resume(savedDraft.unconfirmed)
    if !(overlay is SubmissionReport), let mismatch {
      show(Question(subject: .takeAccount(own.text), text: mismatch))
    }
    updateStates()
  }

  /// Resumes after an earlier run that ended with unknown outcomes.
  private mutating func resume(_ unconfirmed: [UnconfirmedRequest]) {
    // The sandbox of the earlier run is gone, and its sinks with it.
    submission.resume(unconfirmed.filter { $0.endpoint != UnconfirmedRequest.sandbox })
    let here = unconfirmedHere
    let elsewhere = submission.unconfirmed.filter { !here.contains($0) }
    reportDrafts(elsewhere.map { $0.elsewhereNote(at: settings.endpoint) })
    if !here.isEmpty { showUnconfirmed(here) }
  }

  /// Returns the question about a draft of another account or endpoint; nil if there is nothing to
  /// ask.
  private func mismatch(with savedDraft: SavedDraft) -> String? {
    let own = draft["/account_id"]
    let account = savedDraft.draft["/account_id"]
    let isElsewhere = ![settings.endpoint, ""].contains(savedDraft.endpoint)
    guard own.isSet, isElsewhere || account.isSet && account != own else { return nil }
    let place = savedDraft.endpoint.isEmpty ? "" : " at \(savedDraft.endpoint)"
    let origin = account.isSet ? "account \(account.text)\(place)" : "no account\(place)"
    let target = settings.endpoint.isEmpty ? "" : " at \(settings.endpoint)"
    let otherwise =
      savedDraft.isForeignSandbox(at: settings.endpoint)
      ? "Otherwise the account stays empty." : "Otherwise the draft keeps its own."
    return "This draft belongs to \(origin). Use account \(own.text)\(target)? \(otherwise)"
  }

  /// Sets the account of a resumed draft, with the operator's consent.
  mutating func takeAccount(_ account: String) {
    history.record(snapshot)
    draft.replaceAccount(by: .text(account))
    notice = .accountTaken(account)
  }

  private mutating func showUnconfirmed(_ unconfirmed: [UnconfirmedRequest]) {
    let sentences = unconfirmed.map {
      "Sink \($0.name) was sent at \($0.sentAt.rfc3339), and the wizard ended before the result was known."
    }
    show(
      SubmissionReport(
        .mayExist, sentences: sentences + ["Check whether it exists before retrying."],
        pointer: nil, canAsk: settings.target.canBeAsked))
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

extension SavedDraft {
  /// Returns whether the draft was made in the sandbox and the endpoint is a real one.
  fileprivate func isForeignSandbox(at endpoint: String) -> Bool {
    self.endpoint == Self.sandbox && endpoint != Self.sandbox
  }
}

extension Draft {
  /// Replaces the account of the URL, and the bucket's if it is the same.
  fileprivate mutating func replaceAccount(by account: Entry) {
    if self["/config/account_id"] == self["/account_id"] { self["/config/account_id"] = .notSet }
    self["/account_id"] = account
  }
}
