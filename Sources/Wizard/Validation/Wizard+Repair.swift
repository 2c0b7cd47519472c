import SinkDraft
package import SinkSpec

/// Repairs of issues whose right value is known.
extension Wizard {
  /// The repair of the focused field's or review line's issue; nil if there is none.
  package var repair: (issue: Issue, repair: Repair)? {
    guard !requestPane.hasFocus, let item else { return nil }
    return repair(of: item)
  }

  func repair(of item: FormItem) -> (issue: Issue, repair: Repair)? {
    let issues = item.fieldID == nil ? spokenIssues(at: item) : issuesOfColumn(at: item)
    for issue in issues {
      if let repair = issue.repair, canApply(repair, to: issue) { return (issue, repair) }
    }
    return nil
  }

  /// Returns the issues shown in the guide for a cell of a column: its own, then those of its row.
  private func issuesOfColumn(at item: FormItem) -> [Issue] {
    guard let path = item.fieldID.flatMap({ draft.path(of: $0) }), let field = draft.field(at: path)
    else { return [] }
    return spokenIssues(at: item) + spokenIssues(at: .init(field: field, path: path))
  }

  private func canApply(_ repair: Repair, to issue: Issue) -> Bool {
    let target = self.item(for: issue.pointer)
    guard case .rename(let name) = repair else {
      return target.flatMap { pointer(of: $0) } == issue.pointer
    }
    switch target {
    case .unknownMember(let pointer):
      return pointer.parent.flatMap { SinkDescription.parameter(at: $0.appending(name)) }
        .map { draft.canRename(to: $0) } ?? false
    case .unknownColumnMember(let id, _):
      guard let member = ColumnMember(name), let path = draft.path(of: id) else { return false }
      return draft.field(at: path)?[member].isSet == false
    default: return false
    }
  }

  /// Applies the repair at the focus as one undoable change.
  mutating func applyRepair() {
    guard let (issue, repair) = repair else {
      notice = .noRepair
      return
    }
    apply(repair, to: issue)
  }

  mutating func apply(_ repair: Repair, to issue: Issue) {
    guard let target = self.item(for: issue.pointer) else { return }
    history.record(snapshot)
    notice = .repaired(name(of: issue), repair, isSecret: parameter(of: target)?.isSecret == true)
    switch (repair, target) {
    case (.setValue(let text), _): set(.text(text), of: target)
    case (.rename(let name), .unknownMember(let pointer)):
      draft.renameUnknownMember(at: pointer, to: name)
    case (.rename(let name), .unknownColumnMember(let id, let old)):
      renameColumnMember(old, to: name, ofColumn: id)
    case (.rename, _): break
    }
    history.endRun()
    updateRows()
    if step != .review, target == item {
      focus(nil)
      focus(self.item(for: renamed(issue.pointer, by: repair)))
    }
  }

  private func renamed(_ pointer: Pointer, by repair: Repair) -> Pointer {
    guard case .rename(let name) = repair, let parent = pointer.parent else { return pointer }
    return parent.appending(name)
  }

  private mutating func renameColumnMember(_ old: String, to name: String, ofColumn id: Int) {
    guard let member = ColumnMember(name), let path = draft.path(of: id) else { return }
    draft.update(at: path) { field in
      guard let index = field.unknownMembers.firstIndex(where: { $0.name == old }),
        let document = try? JSONDocument(parsing: Array(field.unknownMembers[index].literal.utf8))
      else { return }
      field[member] = Entry(reading: .root, in: document, as: member.parameter)
      field.unknownMembers.remove(at: index)
    }
  }
}
