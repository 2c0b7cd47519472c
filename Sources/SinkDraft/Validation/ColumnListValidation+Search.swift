import SinkSpec

extension ColumnListValidation {
  /// Finds the list's lines whose text meets a condition.
  ///
  /// The lines of columns that differ only in their names are made once.
  ///
  /// - Parameters:
  ///   - hasComma: Whether another member follows the list.
  ///   - isWanted: The condition.
  /// - Returns: The numbers, counted from the list's first line, in ascending order.
  func lineNumbers(hasComma: Bool = false, where isWanted: (String) -> Bool) -> [Int] {
    var numbers: [Int] = []
    var alike: [ObjectIdentifier: SearchedLines] = [:]
    for (position, column) in list.enumerated() {
      let own = own[position]
      let hasComma = slot == .items ? hasComma : position + 1 < list.count
      // The last column's text has no comma.
      let known = hasComma ? alike[ObjectIdentifier(own.shared)] : nil
      let lines = known ?? SearchedLines(self, position, hasComma: hasComma, isWanted)
      if hasComma, known == nil { alike[ObjectIdentifier(own.shared)] = lines }
      var number = lineStarts[position]
      for offset in 0..<own.lineCount {
        if offset == own.linesBefore, let inside = inside(position) {
          numbers += inside.lineNumbers(hasComma: own.lineCount - offset > 1, where: isWanted)
            .map { number + $0 }
          number += inside.lineCount
        }
        if lines.isWanted(offset, of: column, isWanted) { numbers.append(number) }
        number += 1
      }
    }
    return numbers
  }
}

/// The search in a column's own lines, which holds for columns that differ only in their names.
private struct SearchedLines {
  /// Whether each line meets the condition.
  private var areWanted: [Bool]
  /// The offset of the line with the name, and its text around the name; nil if there is none.
  private var name: (offset: Int, start: String, end: String)?

  init(
    _ columns: ColumnListValidation, _ position: Int, hasComma: Bool,
    _ isWanted: (String) -> Bool
  ) {
    let (before, after) = columns.ownLines(
      at: position, LinePosition(pointer: .root, name: columns.memberName, hasComma: hasComma))
    let lines = before + after
    areWanted = lines.map { isWanted($0.text) }
    if case .text(let text) = columns.list[position].name {
      name = lines.enumerated().first { $1.isName(text) }.map { ($0, $1.start, $1.end) }
    }
  }

  /// Returns whether a line of one of the columns meets the condition.
  func isWanted(_ offset: Int, of column: SchemaField, _ condition: (String) -> Bool) -> Bool {
    guard let name, name.offset == offset else { return areWanted[offset] }
    return condition(name.start + JSONText.string(column.name.text) + name.end)
  }
}

extension RequestLine {
  /// Returns whether the line is that of a column's name, relative to the column.
  fileprivate func isName(_ text: String) -> Bool {
    pointer == "/name" && value == .literal(JSONText.string(text))
  }
}
