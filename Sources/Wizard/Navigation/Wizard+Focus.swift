import CloudflareAPI
import SinkDraft
import SinkExport
import SinkSpec

extension Wizard {
  /// Moves the focus to an item of the step.
  mutating func focus(_ next: FormItem?) {
    if next != item { blur(for: next) }
    if requestPane.hasFocus { endReading(keepingWidth: true) }
    navigation.focus(next)
    editing.start(
      next.flatMap { editableText(of: $0) },
      isSecret: next.flatMap { parameter(of: $0) }?.isSecret == true)
    requestPane.followForm()
  }

  /// Marks the item that loses the focus as touched, so its issues are shown.
  private mutating func blur(for next: FormItem?) {
    history.endRun()
    editing.stop()
    guard let item else { return }
    touch(item)
    if let id = columns.addingAfter, !isWith(id, next) { columns.stopAdding() }
    guard let id = columns.newColumn, item.fieldID == id, next?.fieldID != id else { return }
    columns.settleNewColumn()
    dropUntouched(id)
  }

  /// Marks an item as touched, so its issues are shown.
  mutating func touch(_ item: FormItem) {
    validation.touch(item)
  }

  /// Returns whether an item belongs to a field or to the field's list items.
  private func isWith(_ id: Int, _ item: FormItem?) -> Bool {
    item?.fieldID.flatMap { draft.path(of: $0) }.flatMap { holder(of: $0)?.id } == id
  }

  /// Removes a new field that loses the focus untouched.
  private mutating func dropUntouched(_ id: Int) {
    guard let path = draft.path(of: id), draft.field(at: path)?.isUntouched == true,
      !path.isItem
    else { return }
    draft.remove(at: path)
  }

  /// The draft without a newly added, untouched field.
  var entered: Draft {
    guard let id = columns.newColumn, let path = draft.path(of: id), !path.isItem,
      draft.field(at: path)?.isUntouched == true
    else { return draft }
    var entered = draft
    entered.remove(at: path)
    entered.unmakeField(id)
    return entered
  }

  mutating func moveFocus(by offset: Int) {
    guard let item, let row = row(of: item) else { return focus(rows.firstItem) }
    let items = rows[row].items
    if let index = items.firstIndex(of: item), items.indices.contains(index + offset) {
      return focus(items[index + offset])
    }
    guard let next = rowWithItems(from: row, by: offset) else {
      notice = offset > 0 ? .lastField : .firstField
      return
    }
    focus(offset > 0 ? rows[next].items.first : rows[next].items.last)
  }

  /// Returns the next focusable row above or below.
  func rowWithItems(from row: Int, by offset: Int) -> Int? {
    var next = row + offset
    while rows.indices.contains(next) {
      if !rows[next].items.isEmpty { return next }
      next += offset
    }
    return nil
  }

  mutating func enter(_ next: Step) {
    guard next != step else {
      if requestPane.hasFocus { endReading(keepingWidth: true) }
      return
    }
    focus(nil)
    navigation.enter(next)
    if next == .review { visitEverythingAsked() }
    updateRows()
    let last = next == .review ? nil : navigation.lastItem(in: next)
    // A variable that is not set here is no reason to pass over the buttons: another program may
    // send the request.
    let first = rows.firstItem(besides: .check(.environment))
    focus(last.flatMap { row(of: $0) == nil ? nil : $0 } ?? first)
  }

  /// Marks every item as touched, so the review reports all issues.
  mutating func visitEverythingAsked() {
    // The issues of a column are reported with the column.
    let issues = draftValidation.issuesBesideColumns
    validation.touch(issues.compactMap { item(for: $0.pointer) }, andColumnsOf: draft)
  }

  // MARK: Enter

  mutating func accept() -> [Effect] {
    switch item {
    case .issue(let index): jump(toIssue: index)
    case .action(let action): return handle(action.command)
    case .check(let subject): return accept(subject)
    case .addField: appendField()
    case .importSchema: askForName(to: .importSchema)
    case .sample: askForName(to: .sample)
    case .field: acceptField()
    case .parameter, .columns, .unknownMember, .unknownColumnMember, nil: focusNextItem()
    }
    return []
  }

  /// Moves to the next field, or from the last one to the next step.
  mutating func focusNextItem() {
    if item == rows.lastItem, let next = step.next { enter(next) } else { moveFocus(by: 1) }
  }

  private mutating func jump(toIssue index: Int) {
    if let issue = reviewIssue(index) { go(to: issue.pointer) }
  }

  /// Moves the focus to the item for a pointer.
  mutating func go(to pointer: Pointer) {
    guard let target = item(for: pointer) else { return }
    enter(Step.holding(pointer))
    updateRows()
    focus(target)
  }

  // MARK: Leaving

  /// The payload for output.
  package var payload: String { payload(of: entered) }

  private func payload(of draft: Draft) -> String {
    export(.json, of: draft, secrets: settings.showsSecrets ? .shown : .referenced)
  }

  mutating func finish() -> [Effect] {
    if draft != entered { focus(.addField) }
    if draft == submission.createdDraft { return [leaving] }
    let errors = draftValidation.count(.error)
    guard errors > 0 else { return [.finish(payload: payload, errorCount: 0)] }
    visitEverythingAsked()
    show(
      Question(
        subject: .finishWithErrors,
        text: """
          The request still has \(Self.count(errors, "error") ?? ""); the API would reject it. \
          The review lists them.
          """))
    return []
  }

  /// The result of leaving: nothing, or the sink that was created.
  var leaving: Effect {
    // Print the payload that created the sink, regardless of later changes.
    submission.createdText.map {
      .created(
        text: $0, payload: payload(of: submission.createdDraft ?? entered),
        pipelineCommand: chosenPipelineCommand)
    } ?? .leave
  }

  private var leavingText: String {
    if entered.hasOnlySecrets(beyond: files.savedDraft) {
      return "The secrets you entered are not saved and would be lost."
    }
    return settings.keepsDrafts && !files.hasLostDraft
      ? "Not saved to a file. A draft without secrets is kept; run with --resume to continue."
      : "Your input is not saved and would be lost."
  }

  mutating func leave() -> [Effect] {
    guard entered != files.savedDraft else { return [leaving] }
    show(Question(subject: .leave, text: leavingText))
    return []
  }
}
