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
  /// The cells of each row.
  ///
  /// Copies of a canvas share unchanged rows, so that changed ones are found fast.
  private var rows: [[Cell]]
  /// The position of the terminal's cursor; `nil` hides it.
  package var cursor: Point?

  package init(rows: Int, columns: Int) {
    rowCount = max(rows, 0)
    columnCount = max(columns, 0)
    self.rows = Array(repeating: Array(repeating: .blank(), count: columnCount), count: rowCount)
  }

  /// The cells, row by row.
  package var cells: [Cell] { Array(rows.joined()) }

  /// Returns the cells of a row.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    rows[row][...]
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
      rows[row].splitCharacters(atEndsOf: written)
      let bytes = text.utf8.span
      for offset in 0..<written.count {
        let cell = Cell(base: Unicode.Scalar(bytes[offset]), style: style)
        rows[row].set(cell, at: column + offset)
      }
      return written.upperBound
    }
    var at = column
    for cluster in TerminalText(text, style: style).clusters {
      let next = at + cluster.width
      guard next <= end else { break }
      rows[row].splitCharacters(atEndsOf: at..<next)
      rows[row].set(cluster.cell, at: at)
      if cluster.width == 2 { rows[row].set(.continuation(cluster.cell.style), at: at + 1) }
      at = next
    }
    return at
  }

  /// Fills a range of a row with a single-width scalar, by default with blanks.
  package mutating func fill(
    row: Int, from: Int, to: Int, with scalar: Unicode.Scalar = " ", style: Style = .plain
  ) {
    guard row >= 0, row < rowCount,
      let cluster = TerminalText(String(scalar), style: style).clusters.first
    else { return }
    let filled = max(from, 0)..<max(from, 0, min(to, columnCount))
    guard !filled.isEmpty, rows[row][filled].contains(where: { $0 != cluster.cell })
    else { return }
    rows[row].splitCharacters(atEndsOf: filled)
    for column in filled { rows[row].set(cluster.cell, at: column) }
  }

  /// Fills a range of a column with a single-width scalar.
  package mutating func fill(
    column: Int, rows: Range<Int>, with scalar: Unicode.Scalar, style: Style = .plain
  ) {
    guard column >= 0, column < columnCount,
      let cluster = TerminalText(String(scalar), style: style).clusters.first
    else { return }
    for row in rows.clamped(to: 0..<rowCount) where self.rows[row][column] != cluster.cell {
      self.rows[row].splitCharacters(atEndsOf: column..<column + 1)
      self.rows[row].set(cluster.cell, at: column)
    }
  }

  /// Changes the style of a range of a row.
  package mutating func restyle(row: Int, from: Int, to: Int, _ change: (inout Style) -> Void) {
    guard row >= 0, row < rowCount else { return }
    for column in max(0, from)..<max(0, from, min(to, columnCount)) {
      var cell = rows[row][column]
      change(&cell.style)
      rows[row].set(cell, at: column)
    }
  }

  /// Replaces every cell.
  mutating func mapCells(_ transform: (Cell) -> Cell) { rows = rows.map { $0.map(transform) } }

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

extension [Cell] {
  /// Replaces a cell of a row, unless it is equal, so that an unchanged row is not copied.
  fileprivate mutating func set(_ cell: Cell, at column: Int) {
    if self[column] != cell { self[column] = cell }
  }

  /// Prepares for overwriting a range: wide characters that lie half in it become blank.
  fileprivate mutating func splitCharacters(atEndsOf columns: Range<Int>) {
    guard !columns.isEmpty else { return }
    splitCharacter(before: columns.lowerBound)
    splitCharacter(before: columns.upperBound)
  }

  /// Blanks a wide character that straddles the left edge of a column.
  private mutating func splitCharacter(before column: Int) {
    guard column > 0, column < count, self[column].isContinuation else { return }
    self[column] = .blank(self[column].style)
    self[column - 1] = .blank(self[column - 1].style)
  }
}
