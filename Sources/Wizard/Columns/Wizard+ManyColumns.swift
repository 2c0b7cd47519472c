import Screen
import SinkDraft
import SinkSpec

/// Operations for large schemas: search, folding and bulk changes.
extension Wizard {
  // MARK: Search

  mutating func startSearch() {
    columns.startSearch(in: draft.fields, from: item)
  }

  /// Handles a key during a search.
  ///
  /// - Returns: Whether the search consumed the key.
  mutating func handleInSearch(_ key: Key) -> Bool {
    guard columns.search?.isTyping == true else {
      if key == .escape { endSearch(at: item) }
      return key == .escape
    }
    if case .character(let character) = key {
      look { $0.insert(String(character)) }
      return true
    }
    guard let command = Keymap.command(for: key, in: [.searching, .text]) else {
      columns.stopTypingSearch()
      return false
    }
    return performInColumnSearch(command)
  }

  /// Performs a command while the search text is being typed; any other command ends the typing.
  ///
  /// - Returns: Whether the search consumed the command.
  mutating func performInColumnSearch(_ command: Command) -> Bool {
    switch command {
    case .endSearch: endSearch(at: columns.search?.origin)
    case .keepSearch: columns.stopTypingSearch()
    case _ where Keymap.binds(command, in: .text): look { $0.perform(command) }
    default:
      columns.stopTypingSearch()
      return false
    }
    return true
  }

  /// Edits the search text, and moves the focus to the first matching column.
  mutating func look(_ change: (inout LineEditor) -> Void) {
    columns.editSearch(in: draft.fields, change)
    updateRows()
    focus(columns.search?.matches.firstMatch ?? firstShownField ?? .addField)
  }

  private var firstShownField: FormItem? {
    rows[rows.manyRows].lazy.compactMap(\.items.first).first
  }

  private mutating func endSearch(at item: FormItem?) {
    columns.endSearch()
    updateRows()
    focus(item ?? rows.firstItem)
  }

  // MARK: Folding

  /// Reveals an item that folding or the search hides.
  mutating func reveal(_ item: FormItem) {
    guard let id = item.fieldID, let path = draft.path(of: id), step == .schema else { return }
    var holder = path.parent
    while let path = holder {
      if let id = draft.field(at: path)?.id { columns.unfold(id) }
      holder = path.parent
    }
    updateRows()
    if row(of: item) == nil, columns.search != nil {
      columns.endSearch()
      updateRows()
    }
    // Some parameters of a column are shown only if its details are.
    if row(of: item) == nil, case .field(_, let cell) = item, cell != .type, cell != .unit {
      columns.showDetails(of: id)
      updateRows()
    }
  }

  /// Folds or unfolds a field or, if it has no children, the nearest ancestor that has any.
  mutating func fold(_ path: FieldPath) {
    var path = path
    while draft.field(at: path)?.isHolder != true, let parent = path.parent { path = parent }
    guard let field = draft.field(at: path), field.isHolder else {
      notice = .nothingInside
      return
    }
    columns.toggleFold(field.id)
    updateRows()
    focus(.field(field.id, path.isItem ? .type : .name))
  }

  mutating func foldAll() {
    guard columns.folding.folded.isEmpty else {
      columns.fold(only: [])
      return
    }
    columns.fold(only: draft.fields.flatMap(\.holders))
    updateRows()
    guard let path = item?.fieldID.flatMap({ draft.path(of: $0) }), let top = path.steps.first,
      let field = draft.field(at: FieldPath(steps: [top])), path.depth > 0
    else { return }
    focus(.field(field.id, .name))
  }

  /// Moves the focus by pages of rows, keeping to the same cell.
  mutating func movePage(by pages: Int) {
    guard let item, let row = row(of: item), !rows.isEmpty else { return }
    let shown = rows.manyRows
    guard shown.contains(row) else {
      return focus(pages < 0 ? rows[shown].last?.items.first ?? item : item)
    }
    let page = max(1, layout.formHeight - 2)
    var target = max(shown.lowerBound, min(shown.upperBound - 1, row + pages * page))
    while target > shown.lowerBound, rows[target].items.isEmpty { target -= 1 }
    focus(rows[target].item(like: item))
  }

  // MARK: Marks

  mutating func mark() {
    guard let id = item?.fieldID, let path = draft.path(of: id) else { return }
    guard !path.isItem else {
      notice = .itemCannotBeMarked
      return
    }
    columns.toggleMark(id)
    if let row = row(of: .field(id, .name)), rows.manyRows.contains(row + 1) {
      performOnField(.fieldBelow)
    }
  }

  mutating func markAll() {
    let shown = Set(columns.search?.matches.matchingIDs ?? draft.fields.map(\.id))
    guard columns.marked.isEmpty || !shown.isSubset(of: columns.marked) else {
      columns.mark(only: [])
      notice = .noneMarked
      return
    }
    columns.mark(only: shown)
    notice = .marked(shown.count)
  }

  mutating func askAboutMarked() {
    guard let count = Self.count(columns.marked.count, "marked column") else {
      notice = .markFirst
      return
    }
    show(MarkedColumnChanges(title: count))
  }

  /// Changes all marked columns, as one undoable change.
  mutating func changeMarked(_ change: MarkedChange) {
    var before = snapshot
    let marked = columns.marked
    before.marked = marked
    history.record(before)
    let count = marked.count
    switch change {
    case .delete: deleteMarked()
    case .required(let entry): for id in marked { set(entry, of: .field(id, .required)) }
    case .type(let type): for id in marked { set(.text(type.name), of: .field(id, .type)) }
    }
    notice = .changedMarked(count, change)
  }

  private mutating func deleteMarked() {
    for id in columns.marked {
      if let path = draft.path(of: id) { draft.remove(at: path) }
    }
    columns.mark(only: [])
    updateRows()
    if let item, row(of: item) == nil { focus(firstShownField ?? .addField) }
  }
}

extension SchemaField {
  /// The identities of the foldable fields: this field and its descendants.
  fileprivate var holders: [Int] {
    guard isHolder else { return [] }
    return [id] + (isStruct ? children.flatMap(\.holders) : item.flatMap(\.holders))
  }
}

extension FormRow {
  /// Returns the item in the same cell as another; the first item if there is none.
  fileprivate func item(like other: FormItem) -> FormItem? {
    if case .field(let row) = self, case .field(_, let cell) = other, row.cells.contains(cell) {
      return .field(row.field.id, cell)
    }
    return items.first
  }
}
