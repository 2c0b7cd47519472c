import SinkDraft

/// The files of this run: the last name, and the draft that is saved.
struct FileState: Sendable {
  /// The name of the file saved or opened last from within the wizard.
  private(set) var lastName = ""
  /// The purpose of the file being opened.
  private(set) var openPurpose = FileNamePrompt.Purpose.open
  /// The draft that leaving would not lose.
  private(set) var savedDraft: Draft
  /// Whether saving a draft has failed.
  private(set) var hasLostDraft = false

  init(_ draft: Draft) { savedDraft = draft }

  mutating func remember(_ name: String) { lastName = name }

  mutating func startOpening(for purpose: FileNamePrompt.Purpose) { openPurpose = purpose }

  mutating func markSaved(_ draft: Draft) { savedDraft = draft }

  mutating func loseDraft() { hasLostDraft = true }
}
