/// Where the regions of the screen are, for a size of the terminal.
package struct Layout: Hashable, Sendable {
  package let rows: Int
  package let columns: Int
  /// Whether the operator asked for a wider request, or, when narrow, for the request alone.
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

  /// Whether form and request stand beside one another.
  package var isWide: Bool { columns >= 100 }

  package var guideHeight: Int { rows < 24 ? 2 : rows < 30 ? 3 : 5 }
  /// How many lines a box in front of the form shows at most.
  package var overlayHeight: Int { max(1, rows - 6) }
  /// How many columns the text in such a box has.
  package var boxWidth: Int { min(columns - 4, 96) - 4 }
  package var bodyTop: Int { 2 }
  package var bodyHeight: Int { max(0, rows - bodyTop - 1 - guideHeight - 1) }
  package var guideTop: Int { bodyTop + bodyHeight + 1 }

  /// The columns of the form; nil when the request alone is shown.
  package var form: Range<Int>? {
    if isWide { return 0..<divider }
    return favoursRequest ? nil : 0..<columns
  }

  /// The columns of the request; nil when the form alone is shown.
  package var request: Range<Int>? {
    if isWide { return divider + 1..<columns }
    return favoursRequest ? 0..<columns : nil
  }

  /// The column of the line between form and request, when they stand beside one another.
  package var divider: Int {
    favoursRequest ? max(50, columns * 2 / 5) : max(60, columns * 52 / 100)
  }
}
