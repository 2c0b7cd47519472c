/// The drafts that were kept of earlier wizards, to go on with one.
package struct DraftList: Hashable, Sendable {
  /// The newest first; one at least.
  package internal(set) var drafts: [DraftSummary]
  package internal(set) var selected = 0
  /// Whether it is being asked if the selected one is to be deleted.
  package internal(set) var asksToDelete = false
}
