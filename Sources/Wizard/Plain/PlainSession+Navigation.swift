import SinkDraft
import SinkSpec

/// Navigation between questions.
extension PlainSession {
  /// Moves to the next question, or back to the return point of a jump.
  mutating func advance() {
    defer { wizard.notice = nil }
    guard let item = wizard.item, let id = item.fieldID else {
      if returnPoint != nil { return returnFromJump() }
      return focusNextItem()
    }
    if let next = next(after: item, of: id) { return wizard.act { $0.focus(next) } }
    if returnPoint != nil, wizard.columns.addingAfter == nil, let path = wizard.draft.path(of: id),
      let field = wizard.draft.field(at: path)
    {
      if field.isList, let inside = field.item.first {
        return wizard.act { $0.focus(.field(inside.id, .type)) }
      }
      guard field.isStruct, field.children.isEmpty else { return returnFromJump() }
    }
    wizard.act { $0.acceptField() }
    if returnPoint != nil, wizard.item?.fieldID == nil { returnFromJump() }
  }

  private mutating func focusNextItem() {
    switch wizard.item {
    case .addField?:
      wizard.act { wizard in
        wizard.focus(.sample)
        wizard.moveFocus(by: 1)
      }
    case let item? where item == wizard.rows.lastItem:
      if let next = wizard.step.next { enter(next) }
    default: wizard.act { $0.moveFocus(by: 1) }
    }
  }

  /// Moves to the first question of a step; existing columns are not prompted for one by one.
  mutating func enter(_ step: Step) {
    returnPoint = nil
    let next = step == .schema && !wizard.draft.fields.isEmpty ? FormItem.addField : nil
    wizard.act { wizard in
      wizard.enter(step)
      wizard.updateRows()
      let isThere = next.map { wizard.row(of: $0) != nil } ?? false
      wizard.focus(isThere ? next : wizard.rows.firstItem)
    }
  }

  /// Jumps to another question; the session returns after its answer.
  mutating func jump(_ go: (inout Wizard) -> Void) {
    let from = returnPoint ?? ReturnPoint(step: wizard.step, item: wizard.item)
    wizard.act(go)
    printedItem = nil
    returnPoint = from.step == wizard.step && from.item == wizard.item ? nil : from
  }

  /// Returns to the question that the last jump started from, if any.
  mutating func returnFromJump() {
    guard let target = returnPoint else { return }
    returnPoint = nil
    wizard.act { wizard in
      wizard.enter(target.step)
      wizard.updateRows()
      let isThere = target.item.map { wizard.row(of: $0) != nil } ?? false
      let other = target.step == .schema ? FormItem.addField : wizard.rows.firstItem
      if target.step != .review { wizard.focus(isThere ? target.item : other) }
    }
    printedStep = target.step == .review ? nil : printedStep
  }

  /// Moves to the previous question, in an earlier step if necessary.
  mutating func goBack() {
    returnPoint = nil
    let start = (wizard.step, wizard.item)
    wizard.act { wizard in
      repeat {
        let here = wizard.item
        if wizard.step != .review { wizard.moveFocus(by: -1) }
        guard wizard.item == here else { continue }
        guard let previous = wizard.step.previous else { return }
        wizard.enter(previous)
        wizard.updateRows()
        wizard.focus(wizard.rows.lastItem)
      } while [.importSchema, .sample].contains(wizard.item)
    }
    wizard.notice = nil
    if start == (wizard.step, wizard.item) { lines.append("This is the first question.") }
  }

  /// Returns the next item of a column, details and unknown members included; nil after the last.
  private func next(after item: FormItem, of id: Int) -> FormItem? {
    guard let path = wizard.draft.path(of: id), let field = wizard.draft.field(at: path) else {
      return nil
    }
    // Enter on a new column without a name ends the list.
    if field.isUntouched, id == wizard.columns.newColumn { return nil }
    let items =
      FormRow.field(.init(field: field, path: path)).items
      + field.details(isItem: path.isItem, wizard.columns.folding)
    guard let index = items.firstIndex(of: item), items.indices.contains(index + 1) else {
      return nil
    }
    return items[index + 1]
  }
}
