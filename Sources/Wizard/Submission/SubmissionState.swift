package import CloudflareAPI
package import SinkSpec

/// The request sent to the API, and its outcome.
package struct SubmissionState: Sendable {
  /// The sink that was created.
  package private(set) var created: SinkRecord?
  /// The draft that it was created from.
  private(set) var createdDraft: Draft?
  /// The request sent last.
  private(set) var sent: SinkSubmission?
  /// The values that the API rejected and that have not changed since.
  private(set) var rejectedValues: [RefusedValue] = []
  /// When a sink was sent whose outcome has stayed unknown.
  private var unknownOutcomeSince: Timestamp?
  /// When the request in flight was sent.
  private var startedAt: Timestamp?

  /// When a sink was sent whose outcome is not known now.
  var unconfirmedSince: Timestamp? { unknownOutcomeSince ?? startedAt }

  /// - Returns: the request to send.
  mutating func start(_ request: RequestNode, account: String, at time: Timestamp) -> SinkSubmission
  {
    let submission = SinkSubmission(
      account: account, request: request, unconfirmedSince: unknownOutcomeSince)
    sent = submission
    startedAt = time
    return submission
  }

  /// Records that nothing was sent.
  mutating func abandon() { startedAt = nil }

  mutating func finish(creating sink: SinkRecord, from draft: Draft) {
    created = sink
    createdDraft = draft
    startedAt = nil
    unknownOutcomeSince = nil
    rejectedValues = []
  }

  mutating func finish(with submission: Submission) {
    startedAt = nil
    unknownOutcomeSince = submission.unconfirmedSince
    guard case .refused(let refusal) = submission.outcome else { return }
    rejectedValues = refusal.errors.map {
      RefusedValue(pointer: $0.pointer ?? .root, message: $0.text)
    }
  }

  /// Continues after an earlier wizard that ended with an unknown outcome.
  mutating func resume(_ request: RequestNode, account: String, unconfirmedSince: Timestamp) {
    unknownOutcomeSince = unconfirmedSince
    sent = SinkSubmission(account: account, request: request, unconfirmedSince: unconfirmedSince)
  }

  /// Drops the rejections of values that have changed, and those of no value in particular.
  mutating func dropRejections(of changed: Set<Pointer>) {
    rejectedValues.removeAll { rejected in
      rejected.pointer == .root || changed.contains { $0.isWithin(rejected.pointer) }
    }
  }
}

/// A request to be sent: secrets are in it as they were given, references still to be resolved.
package struct SinkSubmission: Hashable, Sendable {
  package let account: String
  package let request: RequestNode
  /// When the same sink was sent before with an outcome that is not known; nil when it was not.
  package let unconfirmedSince: Timestamp?
}

/// What the API refused, told at its field until that is changed.
struct RefusedValue: Hashable, Sendable {
  let pointer: Pointer
  /// The API's words.
  let message: String

  var issue: Issue {
    Issue(
      severity: .error, pointer: pointer, rule: Issue.refusedRule,
      message: "the API refused: \(message)")
  }
}

extension Issue {
  /// The rule of what the API refused; no rule of the description has this name.
  static let refusedRule = "refused-by-api"
}
