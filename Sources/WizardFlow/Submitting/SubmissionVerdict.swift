package import SinkSpec

/// What came of a request that created nothing as far as is known.
package struct SubmissionVerdict: Hashable, Sendable {
  package let title: String
  /// What is known, and what probably helps, sentence by sentence.
  package let sentences: [String]
  /// The field that is named, which closing this goes to.
  package let pointer: Pointer?
  /// Whether asking the account may tell more.
  package let canAsk: Bool
  package internal(set) var scroll = 0
}
