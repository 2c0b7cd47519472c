import SinkDraft
import SinkExport

/// The files used in this run: the last name for each purpose, and the saved draft.
struct FileState: Sendable {
  /// The last file that was read or written successfully, for each purpose.
  private var names: [FileNamePrompt.Purpose: String] = [:]
  /// The purpose of the file being opened.
  private(set) var openPurpose = FileNamePrompt.Purpose.open
  /// The draft as last saved, which quitting would not lose.
  private(set) var savedDraft: Draft
  /// Whether saving the draft has failed, and has not succeeded since.
  private(set) var hasLostDraft = false

  init(_ draft: Draft) { savedDraft = draft }

  mutating func remember(_ name: String, for purpose: FileNamePrompt.Purpose) {
    names[purpose] = name
  }

  func lastName(for purpose: FileNamePrompt.Purpose) -> String? { names[purpose] }

  /// The format that was exported last.
  private(set) var exportForm = ExportForm.json

  mutating func remember(_ form: ExportForm) { exportForm = form }

  /// Whether the operator gave up opening the last file, whose contents may still arrive.
  private(set) var hasGivenUp = false

  mutating func startOpening(for purpose: FileNamePrompt.Purpose) {
    openPurpose = purpose
    hasGivenUp = false
  }

  mutating func giveUpOpening() { hasGivenUp = true }

  mutating func markSaved(_ draft: Draft) { savedDraft = draft }

  mutating func loseDraft() { hasLostDraft = true }

  mutating func regainDraft() { hasLostDraft = false }
}
