package import SinkSpec

/// The result of submitting a sink.
package struct Submission: Hashable, Sendable {
  package let outcome: Outcome
  /// The result of the lookup, if the outcome was unknown.
  package let lookup: Lookup?
  /// The time of the first request with an unknown outcome, or `nil` if all outcomes are known.
  package let unconfirmedSince: Timestamp?

  /// The sink that the submission created.
  package var sink: SinkRecord? {
    if case .created(let sink) = outcome { return sink }
    if case .found(let sink)? = lookup { return sink }
    return nil
  }

  /// The outcome and the lookup, as sentences.
  package var sentences: [String] { [outcome.sentence] + (lookup.map { [$0.sentence] } ?? []) }
}
