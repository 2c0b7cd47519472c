package import SinkSpec

/// The result of submitting a sink.
package struct Submission: Hashable, Sendable {
  package let outcome: Outcome
  /// The result of the lookup, if the outcome was unknown.
  package let lookup: Lookup?
  /// This request and earlier ones, as far as their outcome is still unknown.
  package let unconfirmed: [UnconfirmedRequest]

  /// The sink that the submission, or an earlier request, created.
  package var sink: SinkRecord? {
    switch outcome {
    case .created(let sink), .createdEarlier(let sink): return sink
    case .unsettled, .refused, .notReached, .unknown: break
    }
    if case .found(let sink)? = lookup { return sink }
    return nil
  }

  /// The outcome and the lookup, one sentence each.
  package var sentences: [String] { [outcome.sentence] + (lookup.map { [$0.sentence] } ?? []) }
}
