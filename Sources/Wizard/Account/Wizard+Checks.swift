package import CloudflareAPI
import SinkDraft
import SinkSpec

/// The account checks in the review.
extension Wizard {
  /// Whether the review can check the account.
  package var canCheckAccount: Bool { settings.access == .available && settings.target.canBeAsked }

  var checkedSink: CheckedSink {
    CheckedSink(account: draft["/account_id"].text) { draft.effective($0).setText }
  }

  /// The checks of the current input; nil if there are none or the input has changed since.
  package var accountChecks: AccountState.Checks? {
    account.checks.flatMap { $0.sink == checkedSink ? $0 : nil }
  }

  /// Returns the check of a subject for the current input; nil if it has no result yet.
  package func accountCheck(of subject: AccountCheck.Subject) -> AccountCheck? {
    if subject == .environment {
      return .environment(checkedSink) { settings.environment.contains($0) }
    }
    return accountChecks?.results.first { $0.subject == subject }
  }

  /// Whether a check of the current input has failed.
  package var hasFailedCheck: Bool {
    accountChecks?.results.contains {
      $0.state == .failed && !isTakenByCreatedSink($0.subject)
    } == true
  }

  /// Whether a check fails only because the wizard has created this sink.
  private func isTakenByCreatedSink(_ subject: AccountCheck.Subject) -> Bool {
    isCreated && [.name, .table].contains(subject)
  }

  /// Checks the account and, on request, the sink's own secrets.
  mutating func checkAccount(withSecrets: Bool) -> [Effect] {
    guard canCheckAccount else {
      if case .unavailable(let sentence) = settings.access { notice = .accountNotRead(sentence) }
      return []
    }
    return account.check(checkedSink, secrets: withSecrets ? draft.request : nil)
  }

  /// Starts checks when the review is opened, and stops them when it is left.
  mutating func followChecks(from before: Step) -> [Effect] {
    guard before != step else { return [] }
    if before == .review { return account.stopChecking() }
    guard step == .review, canCheckAccount, !isCreated, accountChecks == nil else { return [] }
    return checkAccount(withSecrets: false)
  }

  /// Applies the check's repair and checks again, or goes to the check's field if it has no repair.
  mutating func accept(_ subject: AccountCheck.Subject) -> [Effect] {
    guard let check = accountCheck(of: subject) else { return [] }
    guard let repair = check.repair else {
      if let pointer = check.pointer { go(to: pointer) }
      return []
    }
    history.record(snapshot)
    draft[repair.pointer] = repair.value.isEmpty ? .notSet : .text(repair.value)
    history.endRun()
    validation.update(draft, rejected: submission.rejectedValues)
    updateRows()
    focus(rows.firstItem)
    return checkAccount(withSecrets: false)
  }

  // MARK: Lines of the checklist

  /// Returns the checklist line of a check; nil if it has no result yet.
  package func checkLine(_ subject: AccountCheck.Subject) -> ReviewLine? {
    guard let check = accountCheck(of: subject) else { return nil }
    if subject == .environment { return environmentLine }
    if isTakenByCreatedSink(subject) {
      return ReviewLine(status: .ok, subject: subject.rawValue, text: "taken by the created sink")
    }
    let status: ReviewLine.Status =
      switch check.state {
      case .passed: .ok
      case .warning: .warning
      case .failed: .failed
      case .notChecked: .unknown
      }
    let reason = check.state == .notChecked ? "not checked: \(check.reason)" : check.reason
    let needsName = [.name, .bucket, .account].contains(subject) && !check.about.isEmpty
    let isRepairable =
      (check.state == .failed || check.state == .warning)
      && (check.repair != nil || check.pointer != nil)
    return ReviewLine(
      status: status, subject: check.noun,
      text: needsName ? "\(check.about): \(reason)" : reason,
      check: isRepairable ? subject : nil, hasRepair: check.repair != nil)
  }

  /// The line of the first variable that is not set; it leads to its secret.
  private var environmentLine: ReviewLine? {
    unsetVariables.first.map {
      ReviewLine(status: .failed, subject: "$\($0)", text: "not set here", check: .environment)
    }
  }
}
