extension ColumnTree {
  /// Adds the statistics of another tree from the same input.
  mutating func merge(_ other: ColumnTree) {
    var columns = [0]
    add(other, 0, to: 0)
    // Parents precede their children, so the parent's index is known.
    for index in other.nodes.indices.dropFirst() {
      let column = self.column(of: index, of: other, under: columns[other.nodes[index].parent])
      if column >= 0 { add(other, index, to: column) }
      columns.append(column)
    }
  }

  private mutating func column(of index: Int, of other: ColumnTree, under parent: Int) -> Int {
    guard parent >= 0 else { return -1 }
    let offset = other.nodes[index].firstSeen
    guard other.nodes[index].name != nil else { return item(of: parent, offset: offset) }
    let column = member(of: parent, named: other.name(of: index).span, offset: offset)
    if column < 0 { nodes[parent].unplaced += other.nodes[index].present }
    return column
  }

  private mutating func add(_ other: ColumnTree, _ index: Int, to column: Int) {
    let node = other.nodes[index]
    nodes[column].counts.add(node.counts)
    nodes[column].present += node.present
    nodes[column].repeats += node.repeats
    nodes[column].unplaced += node.unplaced
    nodes[column].loneSurrogates += node.loneSurrogates
    nodes[column].isVarying = nodes[column].isVarying || node.isVarying
    nodes[column].firstSeen = min(nodes[column].firstSeen, node.firstSeen)
    for example in other.examples[index] { keep(example, of: column) }
  }
}
