import SinkSpec

/// The lines of the schema: what opens it, each column's, made when they are asked for, and what
/// closes it.
struct SchemaLines: Sendable {
  private var chunks: [JudgedChunk] = []
  private var opening: [RequestLine] = []
  private var closing: [RequestLine] = []
  /// For each chunk the place of its first line, and at the end the place after the last.
  private var starts = [0]
  /// For each chunk the position of its first column, and at the end the number of columns.
  private var positions = [0]

  /// The lines of no schema.
  init() {}

  /// The lines of a schema that is shown as one.
  init(whole: [RequestLine]) {
    opening = whole
    starts = [whole.count]
  }

  /// - Parameters:
  ///   - chunks: the columns, one at least.
  ///   - positions: of the first column of each chunk, and at the end the number of columns.
  ///   - others: the members that follow the columns.
  init(chunks: [JudgedChunk], positions: [Int], others: [RequestNode]) {
    self.chunks = chunks
    self.positions = positions
    // An empty list stands for the columns, so that the brackets come out of the one writer.
    let mark = RequestNode(name: nil, pointer: "/schema/fields", content: .literal("0"))
    let list = RequestNode(name: "fields", pointer: "/schema/fields", content: .array([mark]))
    let schema = RequestNode(
      name: "schema", pointer: "/schema", content: .object([list] + others))
    let frame = schema.lines(depth: 1, secrets: .masked)
    opening = Array(frame.prefix(2))
    closing = Array(frame.dropFirst(3))
    starts = [opening.count]
    for chunk in chunks {
      starts.append(starts[starts.count - 1] + chunk.lineCount)
    }
  }

  var isEmpty: Bool { opening.isEmpty }
  private var end: Int { starts[starts.count - 1] }
  var count: Int { end + closing.count }

  /// The lines of a stretch, cut at the end of the schema.
  func lines(in range: Range<Int>) -> [RequestLine] {
    var lines = Array(opening.part(range, from: 0))
    if !chunks.isEmpty, range.upperBound > opening.count, range.lowerBound < end {
      lines += columnLines(in: range.clamped(to: opening.count..<end))
    }
    return lines + closing.part(range, from: end)
  }

  private func columnLines(in range: Range<Int>) -> [RequestLine] {
    guard !range.isEmpty else { return [] }
    var lines: [RequestLine] = []
    for index in starts.stretch(holding: range.lowerBound)..<chunks.count
    where starts[index] < range.upperBound {
      var place = starts[index]
      for (offset, column) in chunks[index].columns.enumerated() {
        defer { place += column.lineCount }
        guard place + column.lineCount > range.lowerBound else { continue }
        guard place < range.upperBound else { return lines }
        lines += self.lines(of: column, at: positions[index] + offset).part(range, from: place)
      }
    }
    return lines
  }

  private func lines(of column: JudgedColumn, at position: Int) -> [RequestLine] {
    column.lines(at: position, hasComma: position + 1 < positions[positions.count - 1])
  }

  /// The line of the value that a pointer names.
  func line(of pointer: Pointer) -> Int? {
    if let position = pointer.column?.position, position < positions[positions.count - 1] {
      let index = positions.stretch(holding: position)
      let offset = position - positions[index]
      let before = chunks[index].columns[..<offset].reduce(0) { $0 + $1.lineCount }
      return lines(of: chunks[index].columns[offset], at: position)
        .firstIndex { $0.pointer == pointer }.map { starts[index] + before + $0 }
    }
    if let index = opening.firstIndex(where: { $0.pointer == pointer }) { return index }
    return closing.firstIndex { $0.pointer == pointer }.map { end + $0 }
  }
}

extension [RequestLine] {
  /// Those of the lines that are in a range, when the first of them is at a place.
  fileprivate func part(_ range: Range<Int>, from place: Int) -> ArraySlice<RequestLine> {
    let wanted = range.clamped(to: place..<place + count)
    return self[wanted.lowerBound - place..<wanted.upperBound - place]
  }
}
