import CloudflareAPI
import SinkSpec

/// Sending the request: asked once, done once, and what came of it.
extension Wizard {
  // MARK: Before

  /// Asks whether to send, or tells why it cannot be done.
  mutating func submit() -> [Effect] {
    if created != nil, draft == createdDraft {
      show(CreatedSinkReport())
      return []
    }
    switch settings.target {
    case .none: break
    case .unavailable(let sentence): notice = .notSent(.unavailable(sentence))
    case .available(let place):
      if let obstacle { notice = .notSent(obstacle) } else { askToSubmit(to: place) }
    }
    return []
  }

  /// What has to be done before the request can be sent; nil when nothing has.
  private var obstacle: SubmissionObstacle? {
    let errors = judgement.issues.count { $0.severity == .error && $0.rule != Issue.refusedRule }
    if errors > 0 { return .errors(errors) }
    let unset = settings.resolvesSecrets ? unsetVariables : []
    return unset.isEmpty ? nil : .unsetVariables(unset)
  }

  /// The variables that secrets are taken from and that are not there.
  private var unsetVariables: [String] {
    SinkDescription.asked.compactMap { secret in
      guard secret.isSecret, draft.applies(secret), case .text(let text) = draft[secret.pointer],
        let name = SecretReference(text)?.name, !settings.environment.contains(name)
      else { return nil }
      return name
    }
  }

  private mutating func askToSubmit(to place: String) {
    let warnings = Self.count(judgement.count(.warning), "warning").map { " It has \($0)." } ?? ""
    show(
      Question(
        subject: .submit,
        text: """
          Create the sink \(draft["/name"].text) in account \(draft["/account_id"].text) at \
          \(place)? It will write \(destination).\(warnings) A sink cannot be changed afterwards, \
          only deleted and created anew.
          """))
  }

  private var destination: String {
    let facts = judgement.facts
    let bucket = facts["/config/bucket"] ?? "no bucket"
    guard facts.isCatalog else {
      let path = facts["/config/path"].map { " under \($0)" } ?? ""
      return "files into the bucket \(bucket)\(path)"
    }
    let namespace = facts["/config/namespace"] ?? "default"
    return "the table \(namespace).\(facts["/config/table_name"] ?? "") of the bucket \(bucket)"
  }

  mutating func startSubmitting() -> [Effect] {
    let submission = SinkSubmission(
      account: draft["/account_id"].text, request: draft.request, uncertainSince: uncertainSince)
    sent = submission
    show(Submitting(startedAt: now))
    return [.submit(submission)]
  }

  // MARK: After

  mutating func submitted(_ submission: Submission) {
    uncertainSince = submission.uncertainSince
    if let sink = submission.sink { return take(sink) }
    if case .refused(let refusal) = submission.outcome { keep(refusal) }
    let hint = submission.outcome.hint.map { [$0] } ?? []
    show(
      SubmissionVerdict(
        title: Self.title(of: submission), sentences: submission.sentences + hint,
        pointer: refusals.first { $0.pointer != .root }?.pointer,
        canAsk: submission.uncertainSince != nil))
  }

  private static func title(of submission: Submission) -> String {
    switch (submission.outcome, submission.lookup) {
    case (.refused, nil): "The API refused"
    case (.notReached, _): "Nothing was sent"
    case (_, .notFound?), (_, .other?): "Probably not created"
    default: "The sink may exist"
    }
  }

  /// Tells that the request was not sent at all, for a reason found just before.
  mutating func notSent(_ sentence: String) {
    show(
      SubmissionVerdict(
        title: "Nothing was sent", sentences: [sentence], pointer: nil, canAsk: false))
  }

  mutating func lookedUp(_ lookup: Lookup) {
    if case .found(let sink) = lookup { return take(sink) }
    show(
      SubmissionVerdict(
        title: "The account's list", sentences: [lookup.sentence], pointer: nil, canAsk: true))
  }

  private mutating func take(_ sink: SinkRecord) {
    created = sink
    createdDraft = draft
    safeDraft = draft
    uncertainSince = nil
    refusals = []
    show(CreatedSinkReport())
  }

  private mutating func keep(_ refusal: Refusal) {
    refusals = refusal.errors.map {
      RefusedValue(pointer: $0.pointer ?? .root, message: $0.text)
    }
    judgement = Judgement(of: draft, after: judgement, refusals: refusals, told: told)
  }

  /// Asks the account for the sink that was sent last.
  mutating func lookUpSink() -> [Effect] {
    guard let sent else { return [] }
    show(Submitting(startedAt: now, doing: "Asking the account for the sink"))
    return [.lookUp(sent, since: uncertainSince ?? now)]
  }

  // MARK: The result

  /// What is told of the created sink, and then the sink itself, line by line.
  package var resultLines: [ResultLine] {
    guard let sink = created else { return [] }
    let facts: [(ResultLine.Kind, String)] = [
      (.id, "ID        \(sink.id)"), (.fact, "Created   \(sink.createdAt ?? "not told")"),
      (.fact, "Modified  \(sink.modifiedAt ?? "not told")"), (.fact, ""),
      (.fact, "A pipeline writes into it with"), (.sql, "  \(insertion ?? "")"), (.fact, ""),
    ]
    let stored = (createdText ?? "").split(separator: "\n").map {
      (ResultLine.Kind.stored, String($0))
    }
    return (facts + stored).map { ResultLine(kind: $0, text: $1) }
  }

  /// The created sink as JSON, without secrets.
  package var createdText: String? {
    created.map { Unseen.escapedInJSON($0.stored.text(secrets: .masked)) }
  }

  /// The SQL with which a pipeline writes into the created sink.
  package var insertion: String? {
    created.map { sink in
      let isPlain = sink.name.utf8.allSatisfy {
        $0 == 0x5F || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
      }
      let name = isPlain ? sink.name : "\"\(sink.name.replacing("\"", with: "\"\""))\""
      return "INSERT INTO \(name) SELECT * FROM your_stream;"
    }
  }
}
