/// The rows that a field takes in the form.
extension SchemaField {
  /// The lowest and highest identity of the field and of all inside it, also of what is hidden.
  var idsInside: ClosedRange<Int> {
    var (low, high) = (id, id)
    for range in children.chunks.map(\.ids) + item.map(\.idsInside) {
      low = min(low, range.lowerBound)
      high = max(high, range.upperBound)
    }
    return low...high
  }

  /// What has no place on the field's row: shown when asked for, and whenever it is set.
  func details(isItem: Bool, _ folding: Folding) -> [FormItem] {
    guard foreign == nil else { return [] }
    let isDetailed = folding.detailed == id
    let rare: [FormItem.Cell] =
      isItem ? [.name, .required, .metadataKey, .sqlName] : [.metadataKey, .sqlName]
    return rare.filter { isDetailed || self[$0.rawValue].isSet }.map { .field(id, $0) }
      + strays.map { .fieldStray(id, $0.name) }
  }

  /// The rows of the field and of all that shows inside it.
  func rowCount(isItem: Bool, _ folding: Folding) -> Int {
    ownRowCount(isItem: isItem, folding) + (folding.isFolded(id) ? 0 : rowCountInside(folding))
  }

  /// The field's own row and its details.
  func ownRowCount(isItem: Bool, _ folding: Folding) -> Int {
    let isPlain =
      !isItem && foreign == nil && strays.isEmpty && !metadataKey.isSet && !sqlName.isSet
      && folding.detailed != id
    return isPlain ? 1 : 1 + details(isItem: isItem, folding).count
  }

  func rowCountInside(_ folding: Folding) -> Int {
    if isStruct { return children.rowCount(folding) }
    return isList ? item.first?.rowCount(isItem: true, folding) ?? 0 : 0
  }

  /// Whether anything can be hidden inside.
  package var isHolder: Bool { isStruct && !children.isEmpty || isList && !item.isEmpty }

  /// How many fields are inside, at any depth.
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

  /// For each field its first row, and at the end the number of rows.
  func starts(of folding: Folding) -> [Int] {
    guard folding.touches(ids) else { return rowStarts }
    return fields.reduce(into: [0]) { starts, field in
      starts.append(starts[starts.count - 1] + field.rowCount(isItem: false, folding))
    }
  }
}
