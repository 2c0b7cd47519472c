import SinkDraft
import SinkSpec

/// The items that have been left, or looked over, and are validated aloud from then on.
struct TouchedItems: Sendable {
  private var items: Set<FormItem> = []
  /// All fields with a lower identity are told, with everything in them.
  private var fieldsBelow = 0

  func contains(_ item: FormItem) -> Bool {
    if let id = item.fieldID, id < fieldsBelow { return true }
    return items.contains(item)
  }

  /// - Returns: whether it was not told before.
  mutating func insert(_ item: FormItem) -> Bool {
    !contains(item) && items.insert(item).inserted
  }

  /// Tells all fields that there are.
  mutating func insertFields(of draft: Draft) { fieldsBelow = draft.nextFieldID }

  /// Whether all of a column, its children included, is told.
  func containsAll(in column: SchemaField) -> Bool { column.idsInside.upperBound < fieldsBelow }

  /// Whether an issue is told: at once when no further typing could make it right.
  func isShown(_ issue: Issue, at item: FormItem?) -> Bool {
    guard let item, !contains(item) else { return true }
    return issue.reportsWhileTyping && !issue.isMissing && item != .columns
  }
}
