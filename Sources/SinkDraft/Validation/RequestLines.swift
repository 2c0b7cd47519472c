package import SinkSpec

/// The lines of the whole request, those of the columns made when they are asked for.
package struct RequestLines: Sendable {
  private let before: [RequestLine]
  private let columns: ColumnListValidation
  private let after: [RequestLine]

  /// - Parameters:
  ///   - before: the lines before those of the columns.
  ///   - columns: the columns of the schema; none when it is not sent as a list.
  ///   - after: the lines after those of the columns.
  init(before: [RequestLine], columns: ColumnListValidation, after: [RequestLine]) {
    self.before = before
    self.columns = columns
    self.after = after
  }

  private var end: Int { before.count + columns.lineCount }
  package var count: Int { end + after.count }

  /// The lines of a window, cut at the end of the request.
  package func lines(from top: Int, count wanted: Int) -> [RequestLine] {
    let range = min(top, count)..<min(top + wanted, count)
    return before[...].part(range, from: 0)
      + columns.lines(
        in: range.shifted(by: -before.count), of: LinePosition(pointer: "/schema", depth: 1))
      + after[...].part(range, from: end)
  }

  /// Every line.
  package var all: [RequestLine] { lines(from: 0, count: count) }

  /// The line of the value that a pointer names.
  package func line(of pointer: Pointer) -> Int? {
    if pointer.isWithin("/schema"), let found = columns.locate(pointer.tokens.dropFirst()) {
      return found.line.map { before.count + $0 }
    }
    if let line = before.firstIndex(where: { $0.pointer == pointer }) { return line }
    return after.firstIndex { $0.pointer == pointer }.map { end + $0 }
  }
}
