package import SinkSpec

/// What came of sending a sink to be created.
package struct Submission: Hashable, Sendable {
  package let outcome: Outcome
  /// What the account's list says, when the outcome alone does not tell.
  package let lookup: Lookup?
  /// When the request whose outcome is unknown was sent; nil when none is.
  package let unconfirmedSince: Timestamp?

  /// The sink that exists now because of it.
  package var sink: SinkRecord? {
    if case .created(let sink) = outcome { return sink }
    if case .found(let sink)? = lookup { return sink }
    return nil
  }

  /// What is known, sentence by sentence.
  package var sentences: [String] { [outcome.sentence] + (lookup.map { [$0.sentence] } ?? []) }
}
