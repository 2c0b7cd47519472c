package import SinkDraft
import SinkSpec

/// The rows of the columns in the form, created lazily because there may be any number of them.
package struct ColumnRows: Sendable {
  private let list: FieldList
  private let folding: Folding
  /// The index of each chunk's first row, followed by the total number of rows.
  private var starts = [0]

  init(of list: FieldList, _ folding: Folding) {
    self.list = list
    self.folding = folding
    starts.reserveCapacity(list.chunks.count + 1)
    for chunk in list.chunks { starts.append(starts[starts.count - 1] + chunk.rowCount(folding)) }
  }

  package var count: Int { starts[starts.count - 1] }

  // MARK: Rows by index

  /// The row at an index, where 0 is the first row of the first column.
  package subscript(place: Int) -> FormRow {
    let chunk = starts.segmentIndex(containing: place)
    let path = FieldPath(steps: [])
    return row(place - starts[chunk], in: list.chunks[chunk], from: list.starts[chunk], path)
      ?? .heading(.columns)
  }

  private func row(
    _ place: Int, in chunk: FieldList.Chunk, from position: Int, _ path: FieldPath
  ) -> FormRow? {
    let starts = chunk.starts(of: folding)
    let offset = starts.segmentIndex(containing: place)
    return row(
      place - starts[offset], of: chunk.fields[offset], path.child(.position(position + offset)))
  }

  private func row(_ place: Int, of field: SchemaField, _ path: FieldPath) -> FormRow? {
    if place == 0 { return .field(.init(field: field, path: path)) }
    let own = field.ownRowCount(isItem: path.isItem, folding)
    if place < own { return .item(field.details(isItem: path.isItem, folding)[place - 1]) }
    guard field.isStruct else {
      return field.item.first.flatMap { row(place - own, of: $0, path.child(.item)) }
    }
    var rest = place - own
    for (index, chunk) in field.children.chunks.enumerated() {
      let count = chunk.rowCount(folding)
      if rest < count { return row(rest, in: chunk, from: field.children.starts[index], path) }
      rest -= count
    }
    return nil
  }

  // MARK: Indices of fields

  /// Returns the index of a field's row; nil if an enclosing field is folded.
  package func place(of path: FieldPath) -> Int? {
    guard case .position(let position)? = path.steps.first, list.indices.contains(position)
    else { return nil }
    let chunk = list.chunk(holding: position)
    let before = list.chunks[chunk].starts(of: folding)[position - list.starts[chunk]]
    return placeInside(list[position], path.steps.dropFirst(), isItem: false)
      .map { starts[chunk] + before + $0 }
  }

  private func placeInside(
    _ field: SchemaField, _ steps: ArraySlice<FieldPath.Step>, isItem: Bool
  ) -> Int? {
    guard let step = steps.first else { return 0 }
    guard !folding.isFolded(field.id) else { return nil }
    let own = field.ownRowCount(isItem: isItem, folding)
    switch step {
    case .item:
      guard field.isList, let item = field.item.first else { return nil }
      return placeInside(item, steps.dropFirst(), isItem: true).map { own + $0 }
    case .position(let position):
      let children = field.children
      guard field.isStruct, children.indices.contains(position) else { return nil }
      let chunk = children.chunk(holding: position)
      let chunks = children.chunks[..<chunk].reduce(0) { $0 + $1.rowCount(folding) }
      let before = children.chunks[chunk].starts(of: folding)[position - children.starts[chunk]]
      return placeInside(children[position], steps.dropFirst(), isItem: false)
        .map { own + chunks + before + $0 }
    }
  }
}
