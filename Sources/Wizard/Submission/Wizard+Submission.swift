import CloudflareAPI
import SinkDraft
import SinkSpec

/// Sending the request, after a single confirmation, and reporting the outcome.
extension Wizard {
  // MARK: Before

  /// Asks for confirmation, or reports why the request cannot be sent.
  mutating func submit() -> [Effect] {
    if submission.created != nil, draft == submission.createdDraft {
      show(CreatedSinkReport())
      return []
    }
    switch settings.target {
    case .none: break
    case .unavailable(let sentence): notice = .notSent(.unavailable(sentence))
    case .available(let target):
      if let obstacle { notice = .notSent(obstacle) } else { askToSubmit(to: target) }
    }
    return []
  }

  /// The reason that the request cannot be sent yet; nil if there is none.
  private var obstacle: SubmissionObstacle? {
    let errors = draftValidation.issues.count {
      $0.severity == .error && $0.rule != Issue.refusedRule
    }
    if errors > 0 { return .errors(errors) }
    let unset = unsetVariables
    return unset.isEmpty ? nil : .unsetVariables(unset)
  }

  /// Whether something other than an issue keeps the request from being sent.
  package var isKeptFromSending: Bool {
    switch settings.target {
    case .none: false
    case .unavailable: true
    case .available: !unsetVariables.isEmpty
    }
  }

  /// The reason that the request cannot be sent, in words; nil if it can, or if sending is not
  /// offered.
  package var sendingObstacle: String? {
    switch settings.target {
    case .none: nil
    case .unavailable(let sentence): SubmissionObstacle.unavailable(sentence).words
    case .available: obstacle?.words
    }
  }

  /// The unset variables that secrets refer to.
  var unsetVariables: [String] {
    referencedVariables.filter { !settings.environment.contains($0) }
  }

  private mutating func askToSubmit(to target: String) {
    let warnings =
      Self.count(draftValidation.count(.warning), "warning").map { " It has \($0)." } ?? ""
    show(
      Question(
        subject: .submit,
        text: """
          Create the sink \(draft["/name"].text) in account \(draft["/account_id"].text) at \
          \(target)? It will write \(destination).\(warnings) A sink cannot be changed afterwards, \
          only deleted and recreated.\(settings.rehearsalNote.map { " \($0)" } ?? "")\(unconfirmedNote)
          """))
  }

  /// A note that names the earlier requests whose outcome is unknown.
  private var unconfirmedNote: String {
    let account = draft["/account_id"].text
    let open = unconfirmedHere.filter { $0.account == account }
    let elsewhere = submission.unconfirmed.filter { !open.contains($0) }
    let note = elsewhere.map { " \($0.elsewhereNote(at: settings.endpoint))." }.joined()
    guard !open.isEmpty else { return note }
    let names = open.map { "\($0.name) (sent at \($0.sentAt.rfc3339))" }
    return " The outcome of an earlier request is unknown: \(names.joined(separator: ", ")). "
      + "The account is checked for it first, but that sink may still appear later." + note
  }

  /// The requests to this endpoint whose outcome is unknown.
  var unconfirmedHere: [UnconfirmedRequest] {
    submission.unconfirmed.filter { $0.isSent(to: settings.endpoint) }
  }

  private var destination: String {
    let context = draftValidation.context
    let bucket = context["/config/bucket"] ?? "no bucket"
    guard context.isCatalog else {
      let path = context["/config/path"].map { " under \($0)" } ?? ""
      return "files to the bucket \(bucket)\(path)"
    }
    let namespace = context["/config/namespace"] ?? "default"
    return "the table \(namespace).\(context["/config/table_name"] ?? "") of the bucket \(bucket)"
  }

  mutating func startSubmitting() -> [Effect] {
    show(Submitting(startedAt: now))
    // Creating the sink uses up its name and table, so the known lists become stale.
    return account.forget() + [
      .submit(submission.start(draft, to: settings.endpoint, at: now))
    ]
  }

  // MARK: After

  mutating func submitted(_ report: Submission) {
    submission.finish(with: report)
    if let sink = report.sink {
      let isSent =
        switch report.outcome {
        case .created, .unknown: true
        case .createdEarlier, .unsettled, .notReached: false
        // An earlier request created the sink that has the name.
        case .refused: submission.isRepeated
        }
      return take(sink, isSent: isSent, report.sentences)
    }
    validation.update(draft, rejected: submission.rejectedValues)
    let hint = report.outcome.hint.map { [$0] } ?? []
    show(
      SubmissionReport(
        Self.conclusion(of: report), sentences: report.sentences + hint,
        pointer: submission.rejectedValues.first { $0.pointer != .root }?.pointer,
        canAsk: !unconfirmedHere.isEmpty))
  }

  private static func conclusion(of submission: Submission) -> SubmissionReport.Conclusion {
    switch (submission.outcome, submission.lookup) {
    case (.refused, nil): .refused
    case (.notReached, _), (.unsettled, _): .nothingSent
    case (_, .notFound?), (_, .other?): .probablyNotCreated
    default: .mayExist
    }
  }

  /// Reports that the request was not sent.
  mutating func notSent(_ sentence: String) {
    submission.abandon()
    show(
      SubmissionReport(
        .nothingSent, sentences: [sentence], pointer: nil, canAsk: false))
  }

  mutating func lookedUp(_ lookups: [UnconfirmedLookup]) {
    for lookup in lookups {
      guard case .found(let sink) = lookup.lookup else { continue }
      submission.settle(lookup.request)
      let isSent = submission.isSent(draft, by: lookup.request)
      return take(sink, isSent: isSent, [lookup.lookup.sentence])
    }
    show(
      SubmissionReport(
        .listed, sentences: lookups.map(\.lookup.sentence), pointer: nil, canAsk: true))
  }

  /// Takes a sink that was created.
  ///
  /// - Parameters:
  ///   - sink: The sink.
  ///   - isSent: Whether the current draft may have created the sink; otherwise, an earlier request
  ///     with other values did.
  ///   - sentences: The report on it.
  private mutating func take(_ sink: SinkRecord, isSent: Bool, _ sentences: [String]) {
    let isCurrent = isSent && sink.isNamed(draft["/name"].text)
    submission.create(sink, from: isCurrent ? draft : nil)
    guard isCurrent else {
      return show(
        SubmissionReport(
          .createdEarlier, sentences: sentences, pointer: nil, canAsk: !unconfirmedHere.isEmpty))
    }
    files.markSaved(draft)
    show(CreatedSinkReport())
  }

  /// Looks up the sinks of all requests to this endpoint whose outcome is unknown.
  mutating func lookUpSink() -> [Effect] {
    let open = unconfirmedHere
    guard !open.isEmpty else { return [] }
    show(Submitting(startedAt: now, .askingAccount))
    return [.lookUp(open, masking: draft.request)]
  }
}

extension UnconfirmedRequest {
  /// Returns why another endpoint or account cannot look it up, as a sentence without a full stop.
  func elsewhereNote(at endpoint: String) -> String {
    let place =
      isSent(to: endpoint)
      ? "in account \(account)" : "to \(self.endpoint.isEmpty ? "an API" : self.endpoint)"
    return "A request \(place) is not confirmed (sink \(name)); it is looked up only there"
  }
}
