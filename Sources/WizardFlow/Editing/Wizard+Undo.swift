/// Taking changes back and bringing them forth again, with the focus where they are.
extension Wizard {
  var moment: History.Moment { .init(draft: draft, step: step, item: item) }

  mutating func undo() {
    guard let moment = history.undo(from: draft) else {
      notice = .nothingToUndo
      return
    }
    travel(to: moment)
  }

  mutating func redo() {
    guard let moment = history.redo(from: draft) else {
      notice = .nothingToRedo
      return
    }
    travel(to: moment)
  }

  private mutating func travel(to moment: History.Moment) {
    columns.settleNewColumn()
    columns.stopAdding()
    draft = moment.draft
    if !moment.marked.isEmpty {
      columns.mark(only: moment.marked)
      columns.dropMarks(missingIn: draft)
    }
    navigation.enter(moment.step)
    updateRows()
    focus(moment.item)
  }
}
