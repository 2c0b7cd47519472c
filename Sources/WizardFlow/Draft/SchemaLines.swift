import SinkSpec

/// The lines of the schema: what opens it, each column's, and what closes it.
struct SchemaLines: Equatable, Sendable {
  private var columns: [[RequestLine]] = []
  private var opening: [RequestLine] = []
  private var closing: [RequestLine] = []
  /// For each column the place of its first line, and at the end the place after the last.
  private var starts = [0]

  /// The lines of no schema.
  init() {}

  /// The lines of a schema that is shown as one.
  init(whole: [RequestLine]) {
    opening = whole
    starts = [whole.count]
  }

  /// - Parameters:
  ///   - columns: the lines of each column, each ending in a comma.
  ///   - others: the members that follow the columns.
  init(columns: [[RequestLine]], others: [RequestNode]) {
    self.columns = columns
    if let last = columns.last, !last.isEmpty {
      self.columns[columns.count - 1][last.count - 1].hasComma = false
    }
    // An empty list stands for the columns, so that the brackets come out of the one writer.
    let mark = RequestNode(name: nil, pointer: "/schema/fields", content: .literal("0"))
    let list = RequestNode(name: "fields", pointer: "/schema/fields", content: .array([mark]))
    let schema = RequestNode(
      name: "schema", pointer: "/schema", content: .object([list] + others))
    let frame = schema.lines(depth: 1, secrets: .masked)
    opening = Array(frame.prefix(2))
    closing = Array(frame.dropFirst(3))
    starts = [opening.count]
    starts.reserveCapacity(columns.count + 1)
    for lines in columns { starts.append(starts[starts.count - 1] + lines.count) }
  }

  var isEmpty: Bool { opening.isEmpty }
  var count: Int { starts[starts.count - 1] + closing.count }

  subscript(index: Int) -> RequestLine {
    if index < opening.count { return opening[index] }
    let end = starts[starts.count - 1]
    if index >= end { return closing[index - end] }
    let column = self.column(holding: index)
    return columns[column][index - starts[column]]
  }

  /// The line of the value that a pointer names.
  func line(of pointer: Pointer) -> Int? {
    let tokens = pointer.tokens
    if tokens.count > 2, tokens[1] == "fields", let column = Int(tokens[2]),
      columns.indices.contains(column)
    {
      return columns[column].firstIndex { $0.pointer == pointer }.map { starts[column] + $0 }
    }
    if let index = opening.firstIndex(where: { $0.pointer == pointer }) { return index }
    let end = starts[starts.count - 1]
    return closing.firstIndex { $0.pointer == pointer }.map { end + $0 }
  }

  /// The column whose lines hold a place, by halving.
  private func column(holding index: Int) -> Int {
    var low = 0
    var high = columns.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return low
  }
}
