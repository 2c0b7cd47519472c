package import SinkSpec

/// The lines of the whole request; the lines of columns are created on demand.
package struct RequestLines: Sendable {
  private let before: [RequestLine]
  private let columns: ColumnListValidation
  private let after: [RequestLine]

  /// Creates the lines of a request.
  ///
  /// - Parameters:
  ///   - before: The lines before those of the columns.
  ///   - columns: The columns of the schema; empty if it is not sent as a list.
  ///   - after: The lines after those of the columns.
  init(before: [RequestLine], columns: ColumnListValidation, after: [RequestLine]) {
    self.before = before
    self.columns = columns
    self.after = after
  }

  private var end: Int { before.count + columns.lineCount }
  package var count: Int { end + after.count }

  /// Returns a range of lines, clamped to the end of the request.
  package func lines(from top: Int, count wanted: Int) -> [RequestLine] {
    let range = min(top, count)..<min(top + wanted, count)
    return before[...].part(range, from: 0)
      + columns.lines(
        in: range.shifted(by: -before.count), of: LinePosition(pointer: "/schema", depth: 1))
      + after[...].part(range, from: end)
  }

  /// All lines.
  package var all: [RequestLine] { lines(from: 0, count: count) }

  /// Returns the numbers of the lines whose text meets a condition, in ascending order.
  ///
  /// The condition is called once for all equal lines of columns that differ only in their names.
  package func numbers(where isWanted: (String) -> Bool) -> [Int] {
    let first = before.indices.filter { isWanted(before[$0].text) }
    let middle = columns.lineNumbers(where: isWanted).map { before.count + $0 }
    return first + middle + after.indices.filter { isWanted(after[$0].text) }.map { end + $0 }
  }

  /// Returns the line of a pointer's value; nil if there is none.
  package func line(of pointer: Pointer) -> Int? {
    if pointer.isWithin("/schema"), let found = columns.locate(pointer.tokens.dropFirst()) {
      return found.line.map { before.count + $0 }
    }
    if let line = before.firstIndex(where: { $0.pointer == pointer }) { return line }
    return after.firstIndex { $0.pointer == pointer }.map { end + $0 }
  }
}
