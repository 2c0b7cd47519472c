import SinkDraft
import SinkSpec

/// The view state of the column list: folding, search, marks, and the column being added.
package struct ColumnListState: Sendable {
  /// The expanded and collapsed columns.
  package private(set) var folding = Folding()
  /// The search that filters the columns; nil if none is active.
  package private(set) var search: ColumnSearch?
  /// The marked columns, by identity, which bulk changes apply to.
  package private(set) var marked: Set<Int> = []
  /// The column just added, which is removed again if nothing is typed.
  private(set) var newColumn: Int?
  /// The column added last, while it keeps the focus: Enter adds the next one below it.
  private(set) var addingAfter: Int?

  // MARK: Folding

  mutating func toggleFold(_ id: Int) {
    if folding.isFolded(id) { folding.unfold(id) } else { folding.fold(id) }
  }

  mutating func unfold(_ id: Int) { folding.unfold(id) }

  /// Folds exactly these columns.
  mutating func fold(only ids: [Int]) { folding.fold(only: ids) }

  /// Expands the parameters of one column; nil collapses them.
  mutating func showDetails(of id: Int?) { folding.detailed = id }

  // MARK: Search

  mutating func startSearch(in list: FieldList, from origin: FormItem?) {
    if search == nil {
      search = ColumnSearch(matches: FilteredColumns("", in: list), origin: origin)
    }
    search?.isTyping = true
  }

  mutating func editSearch(in list: FieldList, _ change: (inout LineEditor) -> Void) {
    search?.edit(in: list, change)
  }

  mutating func stopTypingSearch() { search?.isTyping = false }

  mutating func endSearch() { search = nil }

  // MARK: Marks

  mutating func toggleMark(_ id: Int) {
    if marked.remove(id) == nil { marked.insert(id) }
  }

  mutating func mark(only ids: Set<Int>) { marked = ids }

  /// Removes the marks of deleted columns.
  mutating func dropMarks(missingIn draft: Draft) {
    if !marked.isEmpty { marked = marked.filter { draft.path(of: $0) != nil } }
  }

  // MARK: Adding

  mutating func startAdding(_ id: Int) {
    newColumn = id
    addingAfter = id
  }

  /// Stops treating the new column as provisional: it stays, or was removed.
  mutating func settleNewColumn() { newColumn = nil }

  mutating func stopAdding() { addingAfter = nil }
}

/// A search of the columns: the text, the matches, and the focus before it.
package struct ColumnSearch: Sendable {
  package private(set) var editor = LineEditor()
  /// Whether keys edit the search text.
  package fileprivate(set) var isTyping = true
  package private(set) var matches: FilteredColumns
  /// The item that had the focus when the search started.
  let origin: FormItem?

  fileprivate init(matches: FilteredColumns, origin: FormItem?) {
    self.matches = matches
    self.origin = origin
  }

  fileprivate mutating func edit(in list: FieldList, _ change: (inout LineEditor) -> Void) {
    change(&editor)
    if editor.text != matches.text { matches = FilteredColumns(editor.text, in: list) }
  }
}
