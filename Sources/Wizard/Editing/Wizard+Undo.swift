/// Undo and redo, which restore the focus as well.
extension Wizard {
  var snapshot: History.Snapshot { .init(draft: draft, step: step, item: item) }

  mutating func undo() {
    guard let snapshot = history.undo(from: draft) else {
      notice = .nothingToUndo
      return
    }
    restore(to: snapshot)
  }

  mutating func redo() {
    guard let snapshot = history.redo(from: draft) else {
      notice = .nothingToRedo
      return
    }
    restore(to: snapshot)
  }

  private mutating func restore(to snapshot: History.Snapshot) {
    columns.settleNewColumn()
    columns.stopAdding()
    draft = snapshot.draft
    if !snapshot.marked.isEmpty {
      columns.mark(only: snapshot.marked)
      columns.dropMarks(missingIn: draft)
    }
    navigation.enter(snapshot.step)
    updateRows()
    focus(snapshot.item)
  }
}
