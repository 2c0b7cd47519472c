import SinkDraft
import SinkSpec

/// The items that the operator has left or reviewed, and whose issues are therefore shown.
struct TouchedItems: Sendable {
  private var items: Set<FormItem> = []
  /// All items of fields with a lower identity are touched.
  private var fieldsBelow = 0

  func contains(_ item: FormItem) -> Bool {
    if let id = item.fieldID, id < fieldsBelow { return true }
    return items.contains(item)
  }

  /// Inserts an item.
  ///
  /// - Returns: Whether the item was untouched before.
  mutating func insert(_ item: FormItem) -> Bool {
    !contains(item) && items.insert(item).inserted
  }

  /// Inserts all items of the existing fields.
  mutating func insertFields(of draft: Draft) { fieldsBelow = draft.nextFieldID }

  /// Returns whether all items of a column and its children are touched.
  func containsAll(in column: SchemaField) -> Bool { column.idsInside.upperBound < fieldsBelow }

  /// Returns whether an issue is shown.
  ///
  /// An issue that further typing cannot resolve is shown immediately.
  func isShown(_ issue: Issue, at item: FormItem?) -> Bool {
    guard let item, !contains(item) else { return true }
    return issue.reportsWhileTyping && !issue.isMissing && item != .columns
  }
}
