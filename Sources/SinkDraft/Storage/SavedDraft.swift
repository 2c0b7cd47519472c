package import SinkSpec

/// The saved state of a wizard, from which a later run resumes.
///
/// It contains references to secrets, never secrets.
package struct SavedDraft: Hashable, Sendable {
  package internal(set) var draft: Draft
  /// The 1-based number of the step that was shown.
  package let step: Int
  /// The requests whose outcome is unknown.
  package let unconfirmed: [UnconfirmedRequest]
  /// The secrets that were entered but are not saved.
  package let redacted: [Pointer]
  /// The endpoint it was made for: ``BaseURL/endpoint`` or ``sandbox``; empty if unknown.
  package let endpoint: String

  /// The endpoint of drafts that were made for the built-in sandbox.
  package static let sandbox = UnconfirmedRequest.sandbox

  package init(
    draft: Draft, step: Int, unconfirmed: [UnconfirmedRequest] = [], redacted: [Pointer] = [],
    endpoint: String = ""
  ) {
    self.endpoint = endpoint
    self.draft = draft
    self.step = step
    self.unconfirmed = unconfirmed
    self.redacted = redacted
  }
}

/// The reason that a draft cannot be read.
package enum SavedDraftProblem: Error, Hashable, Sendable {
  /// The text is not a draft, or is incomplete; the string describes the defect.
  case damaged(String)
  /// A newer version of the program wrote it.
  case newer
}
