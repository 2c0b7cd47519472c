/// An off-screen grid of cells with a cursor, drawn before it is sent to a terminal.
///
/// ```swift
/// var canvas = Canvas(rows: 24, columns: 80)
/// canvas.write("Name", row: 2, column: 4, style: Style(.accent, bold: true))
/// canvas.cursor = Canvas.Point(row: 2, column: 10)
/// ```
package struct Canvas: Equatable, Sendable {
  /// A position on the canvas; rows and columns start at 0.
  package struct Point: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package let rowCount: Int
  package let columnCount: Int
  package private(set) var cells: [Cell]
  /// The position of the terminal's cursor; `nil` hides it.
  package var cursor: Point?

  package init(rows: Int, columns: Int) {
    rowCount = max(rows, 0)
    columnCount = max(columns, 0)
    cells = Array(repeating: .blank(), count: rowCount * columnCount)
  }

  /// Returns the cells of a row.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * columnCount..<(row + 1) * columnCount]
  }

  /// Writes text from left to right, clipped at `limit` (exclusive) or the edge of the canvas.
  ///
  /// - Returns: The column after the last cell written.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    let end = min(limit ?? columnCount, columnCount)
    guard row >= 0, row < rowCount, column >= 0, column < end else { return column }
    if TerminalText.isPrintableASCII(text) {
      let written = column..<min(column + text.utf8.count, end)
      clear(row: row, written)
      for (byte, at) in zip(text.utf8, written) {
        cells[row * columnCount + at] = Cell(base: Unicode.Scalar(byte), style: style)
      }
      return written.upperBound
    }
    var at = column
    for cluster in TerminalText(text, style: style).clusters {
      guard at + cluster.width <= end else { break }
      put(cluster, row: row, column: at)
      at += cluster.width
    }
    return at
  }

  private mutating func put(_ cluster: TerminalText.Cluster, row: Int, column: Int) {
    clear(row: row, column..<column + cluster.width)
    let index = row * columnCount + column
    cells[index] = cluster.cell
    if cluster.width == 2 { cells[index + 1] = .continuation(cluster.cell.style) }
  }

  /// Prepares for overwriting a range of a row: wide characters that lie half in it become blank.
  private mutating func clear(row: Int, _ columns: Range<Int>) {
    guard !columns.isEmpty else { return }
    splitCharacter(row: row, before: columns.lowerBound)
    splitCharacter(row: row, before: columns.upperBound)
  }

  /// Makes a wide character blank that lies on both sides of a column's left edge.
  private mutating func splitCharacter(row: Int, before column: Int) {
    let index = row * columnCount + column
    guard column > 0, column < columnCount, cells[index].isContinuation else { return }
    cells[index] = .blank(cells[index].style)
    cells[index - 1] = .blank(cells[index - 1].style)
  }

  /// Fills a range of a row with a single-width scalar, by default with blanks.
  package mutating func fill(
    row: Int, from: Int, to: Int, with scalar: Unicode.Scalar = " ", style: Style = .plain
  ) {
    guard row >= 0, row < rowCount,
      let cluster = TerminalText(String(scalar), style: style).clusters.first
    else { return }
    let filled = max(from, 0)..<max(from, 0, min(to, columnCount))
    clear(row: row, filled)
    for column in filled { cells[row * columnCount + column] = cluster.cell }
  }

  /// Fills a range of a column with a single-width scalar.
  package mutating func fill(
    column: Int, rows: Range<Int>, with scalar: Unicode.Scalar, style: Style = .plain
  ) {
    guard column >= 0, column < columnCount,
      let cluster = TerminalText(String(scalar), style: style).clusters.first
    else { return }
    for row in rows.clamped(to: 0..<rowCount) {
      clear(row: row, column..<column + 1)
      cells[row * columnCount + column] = cluster.cell
    }
  }

  /// Copies the cells of an area from another canvas.
  package mutating func copy(rows: Range<Int>, columns: Range<Int>, from other: Canvas) {
    for row in rows {
      let copied = other.row(row).dropFirst(columns.lowerBound).prefix(columns.count)
      let start = row * columnCount + columns.lowerBound
      cells.replaceSubrange(start..<start + copied.count, with: copied)
    }
  }

  /// Changes the style of a range of a row.
  package mutating func restyle(row: Int, from: Int, to: Int, _ change: (inout Style) -> Void) {
    guard row >= 0, row < rowCount else { return }
    for column in max(0, from)..<max(0, from, min(to, columnCount)) {
      change(&cells[row * columnCount + column].style)
    }
  }

  /// Replaces every cell.
  mutating func mapCells(_ transform: (Cell) -> Cell) { cells = cells.map(transform) }

  mutating func replaceCell(_ index: Int, by cell: Cell) { cells[index] = cell }

  /// The rows as text, without trailing blanks.
  package var text: String {
    (0..<rowCount).map { number in
      var line = String.UnicodeScalarView()
      for cell in row(number) { line.append(contentsOf: cell.scalars) }
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
