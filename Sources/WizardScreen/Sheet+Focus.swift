import Screen

/// The marks of the focus, which are visible even without colour.
extension Sheet {
  /// Paints the focus mark and the background of the focused row.
  mutating func paintFocus(row: Int, _ columns: Range<Int>) {
    canvas.write("▸", row: row, column: columns.lowerBound, style: .accent.bold)
    canvas.restyle(row: row, from: columns.lowerBound, to: columns.upperBound) {
      if $0.surface == .base { $0.surface = .row }
    }
  }

  /// Paints the mark of the request's line that belongs to the form's focus.
  mutating func paintFocusMark(row: Int, column: Int) {
    canvas.write("▌", row: row, column: column, style: .accent)
  }

  /// Paints the focus in the request.
  mutating func paintReading(row: Int, _ columns: Range<Int>) {
    paintFocus(row: row, columns)
    canvas.restyle(row: row, from: columns.lowerBound + 1, to: columns.upperBound) {
      $0.isBold = true
    }
  }
}
