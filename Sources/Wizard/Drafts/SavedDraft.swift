package import SinkSpec

/// What is kept of a wizard, so that it can go on after the program has ended in any way.
///
/// Secrets are not part of it: only references to them are.
package struct SavedDraft: Hashable, Sendable {
  package internal(set) var draft: Draft
  package let step: Step
  /// When the sink was sent without its fate being known; nil when it was not.
  package let unconfirmedSince: Timestamp?
  /// The secrets that had been entered and are left out.
  package let redacted: [Pointer]

  init(draft: Draft, step: Step, unconfirmedSince: Timestamp?, redacted: [Pointer] = []) {
    self.draft = draft
    self.step = step
    self.unconfirmedSince = unconfirmedSince
    self.redacted = redacted
  }
}

/// Why the text of a draft cannot be read.
package enum SavedDraftProblem: Error, Hashable, Sendable {
  /// It is no draft, or only a part of one; what is wrong with it.
  case damaged(String)
  /// A later version of the program has written it.
  case newer
}
