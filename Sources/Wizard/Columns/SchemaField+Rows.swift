package import SinkSpec

/// The rows of a field in the form.
extension SchemaField {
  /// Returns the members without a cell on the field's row that are shown: expanded ones, and all
  /// that are set.
  func details(isItem: Bool, _ folding: Folding) -> [FormItem] {
    guard raw == nil else { return [] }
    let members = isItem ? ColumnMember.itemDetails : ColumnMember.details
    let shown =
      folding.detailed == id
      ? members.filter { applies($0.parameter) } : setDetails(isItem: isItem)
    return shown.map { .field(id, $0) } + unknownMembers.map { .unknownColumnMember(id, $0.name) }
  }

  /// Returns the number of rows of the field and its visible children.
  func rowCount(isItem: Bool, _ folding: Folding) -> Int {
    ownRowCount(isItem: isItem, folding) + (folding.isFolded(id) ? 0 : rowCountInside(folding))
  }

  /// Returns the number of rows of the field without its children.
  func ownRowCount(isItem: Bool, _ folding: Folding) -> Int {
    let isPlain = !isItem && fitsRow && folding.detailed != id
    return isPlain ? 1 : 1 + details(isItem: isItem, folding).count
  }

  private func rowCountInside(_ folding: Folding) -> Int {
    if isStruct { return children.rowCount(folding) }
    return isList ? item.first?.rowCount(isItem: true, folding) ?? 0 : 0
  }

  /// Whether the field has children that can be folded.
  package var isHolder: Bool { isStruct && !children.isEmpty || isList && !item.isEmpty }

  /// The number of descendants.
  package var countInside: Int {
    if isStruct { return children.reduce(0) { $0 + 1 + $1.countInside } }
    return isList ? item.reduce(0) { $0 + 1 + $1.countInside } : 0
  }
}

extension FieldList {
  func rowCount(_ folding: Folding) -> Int {
    chunks.reduce(0) { $0 + $1.rowCount(folding) }
  }
}

extension FieldList.Chunk {
  func rowCount(_ folding: Folding) -> Int {
    guard folding.touches(ids) else { return rowStarts[fields.count] }
    return starts(of: folding)[fields.count]
  }

  /// Returns the first row of each field, followed by the number of rows.
  func starts(of folding: Folding) -> [Int] {
    guard folding.touches(ids) else { return rowStarts }
    return fields.reduce(into: [0]) { starts, field in
      starts.append(starts[starts.count - 1] + field.rowCount(isItem: false, folding))
    }
  }
}
