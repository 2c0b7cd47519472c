extension ColumnTree {
  /// Adds the statistics of another tree from the same input.
  mutating func merge(_ other: ColumnTree) {
    var places = [0]
    add(other, 0, to: 0)
    // Parents precede their children, so the parent's index is known.
    for index in other.nodes.indices.dropFirst() {
      let place = self.place(of: index, of: other, under: places[other.nodes[index].parent])
      if place >= 0 { add(other, index, to: place) }
      places.append(place)
    }
  }

  private mutating func place(of index: Int, of other: ColumnTree, under parent: Int) -> Int {
    guard parent >= 0 else { return -1 }
    let offset = other.nodes[index].firstSeen
    guard other.nodes[index].name != nil else { return item(of: parent, offset: offset) }
    let place = member(of: parent, named: other.name(of: index).span, offset: offset)
    if place < 0 { nodes[parent].unplaced += other.nodes[index].present }
    return place
  }

  private mutating func add(_ other: ColumnTree, _ index: Int, to place: Int) {
    let node = other.nodes[index]
    nodes[place].counts.add(node.counts)
    nodes[place].present += node.present
    nodes[place].repeats += node.repeats
    nodes[place].unplaced += node.unplaced
    nodes[place].isVarying = nodes[place].isVarying || node.isVarying
    nodes[place].firstSeen = min(nodes[place].firstSeen, node.firstSeen)
    for example in other.examples[index] { keep(example, of: place) }
  }
}
