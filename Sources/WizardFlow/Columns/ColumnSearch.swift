/// A search among the columns: what is typed, and where the focus was before.
package struct ColumnSearch: Sendable {
  package internal(set) var editor = LineEditor()
  /// Whether keys go into the text that is looked for.
  package internal(set) var isTyping = true
  package internal(set) var matches: ColumnMatches
  /// What had the focus when the search began.
  let origin: FormItem?
}
