/// Examples of the columns' values.
extension ColumnTree {
  /// Adds an example, keeping the first two distinct scalars and the first value of each kind.
  mutating func keep(_ example: Example, of column: Int) {
    if let same = examples[column].firstIndex(where: { $0.isSame(as: example) }) {
      guard examples[column][same].offset > example.offset else { return }
      examples[column][same] = example
    } else {
      examples[column].append(example)
    }
    examples[column].sort { $0.offset < $1.offset }
    if example.line == 0 { unlocated.append(column) }
    trimExamples(of: column)
  }

  /// Returns whether an equal value before an offset is an example of the column.
  ///
  /// Does not copy the value, because a column with a constant value needs this for every event.
  func hasExample(
    _ kind: Example.Kind, _ text: Span<UInt8>, isCut: Bool, of column: Int, before offset: Int
  ) -> Bool {
    examples[column].indices.contains { index in
      examples[column][index].offset <= offset
        && examples[column][index].isSame(as: kind, text, isCut: isCut)
    }
  }

  /// Removes the examples of a broken event, which begin at an offset.
  mutating func dropExamples(of column: Int, from offset: Int) {
    examples[column].removeAll { $0.offset >= offset }
    trimExamples(of: column)
  }

  private mutating func trimExamples(of column: Int) {
    var kinds: UInt16 = 0
    var scalars = 0
    examples[column].removeAll { example in
      let isFirst = kinds & example.kind.bit == 0
      kinds |= example.kind.bit
      if example.kind.isScalar { scalars += 1 }
      return !isFirst && !(example.kind.isScalar && scalars <= 2)
    }
    nodes[column].wantedKinds = ~kinds | (scalars < 2 ? Example.Kind.scalarBits : 0)
  }

  /// Determines the lines of new examples.
  ///
  /// - Parameter line: Returns the line of an offset; called with ascending offsets.
  mutating func locateExamples(_ line: (Int) -> Int) {
    let places = Set(unlocated).flatMap { column in
      examples[column].indices.filter { examples[column][$0].line == 0 }.map { (column, $0) }
    }
    unlocated.removeAll(keepingCapacity: true)
    for (column, index) in places.sorted(by: {
      examples[$0.0][$0.1].offset < examples[$1.0][$1.1].offset
    }) {
      examples[column][index].line = line(examples[column][index].offset)
    }
  }
}
