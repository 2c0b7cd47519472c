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
  /// The draft that was sent last; nil if an earlier run sent it.
  private var sentDraft: Draft?
  /// Whether the draft that was sent last had been sent before, without changes.
  private(set) var isRepeated = false
  /// The values that the API rejected and that have not changed since.
  private(set) var rejectedValues: [RefusedValue] = []
  /// Earlier requests whose outcome is unknown.
  private(set) var earlier: [UnconfirmedRequest] = []
  /// The request in flight, which is unconfirmed until its result arrives.
  private var inFlight: UnconfirmedRequest?

  /// The account of the draft that was sent last.
  var sentAccount: String? { sentDraft?["/account_id"].text }

  /// All requests whose outcome is unknown, the one in flight last.
  package var unconfirmed: [UnconfirmedRequest] {
    guard let inFlight, !earlier.contains(where: { $0.isForSameSink(as: inFlight) }) else {
      return earlier
    }
    return earlier + [inFlight]
  }

  /// Records the start of a request.
  ///
  /// - Parameters:
  ///   - draft: The draft to send.
  ///   - endpoint: The endpoint to send it to.
  ///   - time: The current time.
  /// - Returns: The request to send.
  mutating func start(_ draft: Draft, to endpoint: String, at time: Timestamp) -> SinkSubmission {
    isRepeated = sentDraft == draft
    sentDraft = draft
    inFlight = UnconfirmedRequest(for: draft, to: endpoint, sentAt: time)
    return SinkSubmission(
      account: draft["/account_id"].text, endpoint: endpoint, request: draft.request,
      unconfirmed: earlier)
  }

  /// Records what is known just before the request is sent.
  mutating func record(_ request: UnconfirmedRequest) {
    if inFlight != nil { inFlight = request }
  }

  /// Returns whether a request may have sent a draft: the draft has not changed since it was sent, or
  /// an earlier run sent it.
  func isSent(_ draft: Draft, by request: UnconfirmedRequest) -> Bool {
    let own = UnconfirmedRequest(for: draft, to: request.endpoint, sentAt: request.sentAt)
    return request.isForSameSink(as: own) && sentDraft.map { $0 == draft } ?? true
  }

  /// Records that a request has created its sink.
  mutating func settle(_ request: UnconfirmedRequest) { earlier.removeAll { $0 == request } }

  /// Records that nothing was sent.
  mutating func abandon() { inFlight = nil }

  /// Records a sink that the last request, or an earlier one, created.
  ///
  /// - Parameters:
  ///   - sink: The sink.
  ///   - draft: The draft that was sent for it; nil if it is not known.
  mutating func create(_ sink: SinkRecord, from draft: Draft?) {
    created = sink
    createdDraft = draft
    inFlight = nil
    stream = nil
    rejectedValues = []
  }

  /// Chooses the stream that the pipeline of the created sink reads.
  mutating func choose(stream name: String) { stream = name }

  mutating func finish(with submission: Submission) {
    inFlight = nil
    earlier = submission.unconfirmed
    guard case .refused(let refusal) = submission.outcome else { return }
    rejectedValues = refusal.errors.map {
      RefusedValue(pointer: $0.pointer ?? .root, message: $0.text)
    }
  }

  /// Resumes after an earlier run that ended with unknown outcomes.
  mutating func resume(_ unconfirmed: [UnconfirmedRequest]) { earlier = unconfirmed }

  /// Drops rejections of values that have changed, and rejections without a pointer.
  mutating func dropRejections(of changed: Set<Pointer>) {
    rejectedValues.removeAll { rejected in
      rejected.pointer == .root || changed.contains { $0.isWithin(rejected.pointer) }
    }
  }
}
