package import CloudflareAPI
import SinkDraft
package import SinkSpec

/// The request sent to the API, and its outcome.
package struct SubmissionState: Sendable {
  /// The sink that was created.
  package private(set) var created: SinkRecord?
  /// The draft of the created sink.
  private(set) var createdDraft: Draft?
  /// The stream that the pipeline of the created sink reads; nil until one is chosen.
  package private(set) var stream: String?
  /// The last request sent.
  private(set) var sent: SinkSubmission?
  /// The values that the API rejected and that have not changed since.
  private(set) var rejectedValues: [RefusedValue] = []
  /// The time of an earlier request whose outcome is unknown.
  private var unknownOutcomeSince: Timestamp?
  /// When the request in flight was sent.
  private var startedAt: Timestamp?

  /// The time of the earliest request whose outcome is unknown.
  var unconfirmedSince: Timestamp? { unknownOutcomeSince ?? startedAt }

  /// Records the start of a request.
  ///
  /// - Returns: The request to send.
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
    stream = nil
    startedAt = nil
    unknownOutcomeSince = nil
    rejectedValues = []
  }

  /// Chooses the stream that the pipeline of the created sink reads.
  mutating func choose(stream name: String) { stream = name }

  mutating func finish(with submission: Submission) {
    startedAt = nil
    unknownOutcomeSince = submission.unconfirmedSince
    guard case .refused(let refusal) = submission.outcome else { return }
    rejectedValues = refusal.errors.map {
      RefusedValue(pointer: $0.pointer ?? .root, message: $0.text)
    }
  }

  /// Resumes after an earlier run that ended with an unknown outcome.
  mutating func resume(_ request: RequestNode, account: String, unconfirmedSince: Timestamp) {
    unknownOutcomeSince = unconfirmedSince
    sent = SinkSubmission(account: account, request: request, unconfirmedSince: unconfirmedSince)
  }

  /// Drops rejections of values that have changed, and rejections without a pointer.
  mutating func dropRejections(of changed: Set<Pointer>) {
    rejectedValues.removeAll { rejected in
      rejected.pointer == .root || changed.contains { $0.isWithin(rejected.pointer) }
    }
  }
}

/// A request to send, with secrets as entered and references unresolved.
package struct SinkSubmission: Hashable, Sendable {
  package let account: String
  package let request: RequestNode
  /// The time of an earlier request for the same sink whose outcome is unknown; nil if none.
  package let unconfirmedSince: Timestamp?
}

/// A value that the API rejected, reported at its field until it changes.
struct RefusedValue: Hashable, Sendable {
  let pointer: Pointer
  /// The API's message.
  let message: String

  var issue: Issue {
    Issue(
      severity: .error, pointer: pointer, rule: Issue.refusedRule,
      message: "the API refused: \(message)")
  }
}

extension Issue {
  /// The rule of API rejections, which no description rule uses.
  static let refusedRule = "refused-by-api"
}
