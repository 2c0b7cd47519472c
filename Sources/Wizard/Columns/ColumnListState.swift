import SinkDraft
import SinkSpec

/// The list of columns apart from its values: folding, search, marks, and the column being added.
package struct ColumnListState: Sendable {
  /// Which columns hide what is inside them.
  package private(set) var folding = Folding()
  /// The search that leaves some of the columns.
  package private(set) var search: ColumnSearch?
  /// The columns that are changed together, by identity.
  package private(set) var marked: Set<Int> = []
  /// A column just added, which goes away again if nothing is typed.
  private(set) var newColumn: Int?
  /// The column added last, while the focus stays with it: Enter adds the next one below it.
  private(set) var addingAfter: Int?

  // MARK: Folding

  mutating func toggleFold(_ id: Int) {
    if folding.isFolded(id) { folding.unfold(id) } else { folding.fold(id) }
  }

  mutating func unfold(_ id: Int) { folding.unfold(id) }

  /// Folds these columns and no others.
  mutating func fold(only ids: [Int]) { folding.fold(only: ids) }

  /// Shows all parameters of one column; nil shows those of none.
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

  /// Drops the marks of columns that are gone.
  mutating func dropMarks(missingIn draft: Draft) {
    if !marked.isEmpty { marked = marked.filter { draft.path(of: $0) != nil } }
  }

  // MARK: Adding

  mutating func startAdding(_ id: Int) {
    newColumn = id
    addingAfter = id
  }

  /// The new column stays, or is gone already.
  mutating func settleNewColumn() { newColumn = nil }

  mutating func stopAdding() { addingAfter = nil }
}

/// A search among the columns: the text, and the focus before it.
package struct ColumnSearch: Sendable {
  package private(set) var editor = LineEditor()
  /// Whether keys go into the text that is searched for.
  package fileprivate(set) var isTyping = true
  package private(set) var matches: FilteredColumns
  /// The item that had the focus when the search began.
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
