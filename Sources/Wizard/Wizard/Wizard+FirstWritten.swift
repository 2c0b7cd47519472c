import SinkDraft
import SinkSpec

extension Wizard {
  /// The first object or table that the sink writes: an object key, or the table of a catalog.
  package var firstWritten: (label: String, text: String) {
    let context = draftValidation.context
    let bucket = context["/config/bucket"] ?? "‹bucket›"
    if context.isCatalog {
      let namespace = context["/config/namespace"] ?? "default"
      return ("Table", "\(bucket) › \(namespace).\(context["/config/table_name"] ?? "‹table›")")
    }
    let key = ObjectKey(of: context, at: now, nameTime: startedAt).text
    return ("First file", key ?? "the time pattern cannot be rendered")
  }

  /// The issue counts of the columns, such as `2 errors, 1 warning`; nil if there are none.
  var columnIssueCounts: String? {
    let state = validation.columnState
    let counts = [
      Self.count(state.errors + state.toDo, "error"), Self.count(state.warnings, "warning"),
    ]
    let words = counts.compactMap { $0 }.joined(separator: ", ")
    return words.isEmpty ? nil : words
  }
}
