/// The regions of the screen for a terminal size.
package struct Layout: Hashable, Sendable {
  package let rows: Int
  package let columns: Int
  /// Whether the operator asked for a wider request, or for the request alone on a narrow terminal.
  package let favoursRequest: Bool

  package init(rows: Int, columns: Int, favoursRequest: Bool = false) {
    self.rows = rows
    self.columns = columns
    self.favoursRequest = favoursRequest
  }

  package static let smallest = (rows: 16, columns: 60)

  package var isTooSmall: Bool {
    rows < Self.smallest.rows || columns < Self.smallest.columns
  }

  /// Whether the form and the request are shown side by side.
  package var isWide: Bool { columns >= 100 }

  package var guideHeight: Int { rows < 24 ? 2 : rows < 30 ? 3 : 5 }
  /// The maximum height of a box in front of the form, in lines.
  package var overlayHeight: Int { max(1, rows - 6) }
  /// The width of the text in such a box, in columns.
  package var boxWidth: Int { min(columns - 4, 96) - 4 }
  package var bodyTop: Int { 2 }
  package var bodyHeight: Int { max(0, rows - bodyTop - 1 - guideHeight - 1) }
  package var guideTop: Int { bodyTop + bodyHeight + 1 }

  /// The columns of the form; nil if only the request is shown.
  package var form: Range<Int>? {
    if isWide { return 0..<divider }
    return favoursRequest ? nil : 0..<columns
  }

  /// The columns of the request; nil if only the form is shown.
  package var request: Range<Int>? {
    if isWide { return divider + 1..<columns }
    return favoursRequest ? 0..<columns : nil
  }

  /// The column of the divider between form and request; nil if they are not side by side.
  package var divider: Int {
    favoursRequest ? max(50, columns * 2 / 5) : max(60, columns * 52 / 100)
  }
}
