import SinkSpec

extension Wizard {
  /// What the sink writes first: an object key, or for a catalog the table.
  package var firstWritten: (label: String, text: String) {
    let facts = draftValidation.facts
    let bucket = facts["/config/bucket"] ?? "‹bucket›"
    if facts.isCatalog {
      let namespace = facts["/config/namespace"] ?? "default"
      return ("Table", "\(bucket) › \(namespace).\(facts["/config/table_name"] ?? "‹table›")")
    }
    let key = ObjectKey(of: facts, at: now).text
    return ("First file", key ?? "the time pattern cannot be rendered")
  }

  /// `2 errors, 1 warning` in the columns; nil when nothing is wrong with them.
  var columnIssueCounts: String? {
    let state = validation.columnState
    let counts = [
      Self.count(state.errors + state.toDo, "error"), Self.count(state.warnings, "warning"),
    ]
    let words = counts.compactMap { $0 }.joined(separator: ", ")
    return words.isEmpty ? nil : words
  }
}
