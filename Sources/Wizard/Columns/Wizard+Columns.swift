import SinkDraft
import SinkSpec

/// The key commands of the column list.
extension Wizard {
  mutating func performOnField(_ command: Command) {
    guard let id = item?.fieldID, let path = draft.path(of: id) else {
      if command == .addField, step == .schema { appendField() }
      return
    }
    switch command {
    case .addField: addField(at: next(to: path))
    case .duplicateField: duplicateField(at: path)
    case .deleteField where !columns.marked.isEmpty: changeMarked(.delete)
    case .deleteField: deleteField(at: path)
    case .moveFieldUp: moveField(at: path, by: -1)
    case .moveFieldDown: moveField(at: path, by: 1)
    case .nestField: nestField(at: path)
    case .unnestField: unnestField(at: path)
    case .fieldAbove: moveRow(by: -1)
    case .fieldBelow: moveRow(by: 1)
    case .fold: fold(path)
    case .fieldDetails:
      columns.showDetails(of: columns.folding.detailed == id ? nil : id)
      updateRows()
    default: break
    }
  }

  /// Returns the path of the next sibling; for a list's item, of the list's next sibling.
  private func next(to path: FieldPath) -> FieldPath {
    let holder = path.withoutItems
    return holder.sibling((holder.position ?? 0) + 1)
  }

  /// Returns the field at a path; for a list's item, the list.
  func holder(of path: FieldPath) -> SchemaField? { draft.field(at: path.withoutItems) }

  mutating func appendField() {
    addField(at: FieldPath(steps: [.position(draft.fields.count)]))
  }

  mutating func addField(at path: FieldPath) {
    guard path.depth <= Self.deepest else {
      notice = .tooDeep(limit: Self.deepest)
      return
    }
    history.record(snapshot)
    let field = draft.makeField()
    draft.insert(field, at: path)
    updateRows()
    focus(.field(field.id, .name))
    columns.startAdding(field.id)
  }

  private mutating func duplicateField(at path: FieldPath) {
    guard !path.isItem, let field = draft.field(at: path), let position = path.position else {
      notice = .oneItemOnly
      return
    }
    history.record(snapshot)
    let copy = draft.copy(field)
    draft.insert(copy, at: path.sibling(position + 1))
    updateRows()
    focus(.field(copy.id, .name))
  }

  private mutating func deleteField(at path: FieldPath) {
    guard !path.isItem else {
      notice = .itemCannotBeDeleted
      return
    }
    history.record(snapshot)
    columns.settleNewColumn()
    draft.remove(at: path)
    updateRows()
    navigation.dropFocus()
    // The next sibling, the previous one, or the enclosing field.
    let position = path.position ?? 0
    let nearest = [path, path.sibling(position - 1), path.parent]
      .compactMap { $0.flatMap { draft.field(at: $0) } }.first
    focus(nearest.map { .field($0.id, .name) } ?? .addField)
  }

  private mutating func moveField(at path: FieldPath, by offset: Int) {
    guard let position = path.position, let field = draft.field(at: path) else { return }
    let target = path.sibling(position + offset)
    guard position + offset >= 0, draft.field(at: target) != nil else { return }
    history.record(snapshot)
    draft.remove(at: path)
    draft.insert(field, at: target)
  }

  private mutating func nestField(at path: FieldPath) {
    guard let position = path.position, position > 0, let field = draft.field(at: path) else {
      notice = .nothingAbove
      return
    }
    var holderPath = path.sibling(position - 1)
    // Nesting into a list nests into its item, if that is a struct.
    while let holder = draft.field(at: holderPath), holder.isList, !holder.item.isEmpty {
      holderPath = holderPath.child(.item)
    }
    guard let holder = draft.field(at: holderPath), holder.isStruct else {
      notice = .notAStruct
      return
    }
    history.record(snapshot)
    draft.remove(at: path)
    draft.insert(field, at: holderPath.child(.position(holder.children.count)))
  }

  private mutating func unnestField(at path: FieldPath) {
    guard !path.isItem, let parent = path.parent, let field = draft.field(at: path) else {
      notice = path.isItem ? .itemCannotBeMoved : .atTop
      return
    }
    history.record(snapshot)
    draft.remove(at: path)
    draft.insert(field, at: next(to: parent))
  }

  /// Moves the focus up or down, keeping to the same cell if the other row has it.
  private mutating func moveRow(by offset: Int) {
    guard let item, let index = row(of: item),
      let target = rowWithItems(from: index, by: offset)
    else { return }
    let items = rows[target].items
    guard case .field(_, let cell) = item, case .field(let row) = rows[target] else {
      return focus(items.first)
    }
    let wanted = navigation.preferredCell ?? cell
    focus(items.contains(.field(row.field.id, wanted)) ? .field(row.field.id, wanted) : items.first)
    navigation.keep(to: wanted)
  }

  /// Handles Enter: moves to the first child, to the next field, or to a new one after the last.
  mutating func acceptField() {
    guard let id = item?.fieldID, let path = draft.path(of: id), let field = draft.field(at: path)
    else { return }
    if field.isUntouched, id == columns.newColumn { return endList(at: path) }
    if field.isStruct, field.children.isEmpty {
      return addField(at: path.child(.position(0)))
    }
    let isAdding = columns.addingAfter != nil && holder(of: path)?.id == columns.addingAfter
    if let below = fieldRow(below: path), !isAdding || below.path.parent == path {
      return focus(.field(below.field.id, below.cells.first ?? .type))
    }
    addField(at: next(to: path))
  }

  /// Returns the row of the next visible field below a field.
  private func fieldRow(below path: FieldPath) -> FormRow.FieldRow? {
    guard let row = rows.row(of: path) else { return nil }
    for next in rows[(row + 1)...] {
      switch next {
      case .field(let field): return field
      case .item(let item) where item.fieldID != nil: continue
      case .item, .heading, .review: return nil
      }
    }
    return nil
  }

  /// Handles Enter in an empty new field: leaves the struct or, at the top level, the columns.
  private mutating func endList(at path: FieldPath) {
    draft.remove(at: path)
    columns.settleNewColumn()
    navigation.dropFocus()
    updateRows()
    if let parent = path.parent { return addField(at: next(to: parent)) }
    // Skip the buttons below the list.
    focus(.sample)
    moveFocus(by: 1)
  }
}
