import SinkSpec

extension SchemaProposal {
  func column(at path: FieldPath) -> ProposedColumn? {
    var level = columns
    var found: ProposedColumn?
    for step in path.steps {
      switch step {
      case .position(let index):
        guard level.indices.contains(index) else { return nil }
        found = level[index]
      case .item: found = found?.item.first
      }
      level = found?.fields ?? []
    }
    return found
  }

  mutating func changeColumn(at path: FieldPath, _ change: (inout ProposedColumn) -> Void) {
    guard case .position(let index)? = path.steps.first, columns.indices.contains(index) else {
      return
    }
    columns[index].change(at: path.steps.dropFirst(), change)
  }
}

extension ProposedColumn {
  fileprivate mutating func change(
    at steps: ArraySlice<FieldPath.Step>, _ change: (inout ProposedColumn) -> Void
  ) {
    switch steps.first {
    case nil: change(&self)
    case .position(let index) where fields.indices.contains(index):
      fields[index].change(at: steps.dropFirst(), change)
    case .item where !item.isEmpty: item[0].change(at: steps.dropFirst(), change)
    case .position, .item: break
    }
  }
}
