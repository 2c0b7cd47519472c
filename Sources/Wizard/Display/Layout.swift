/// The regions of the screen for a terminal size.
///
/// From top to bottom: a line with the steps, the framed panes, the guide, and the key bar.
package struct Layout: Hashable, Sendable {
  /// A framed region; its borders are one cell outside of it on each side.
  package struct Pane: Hashable, Sendable {
    package let rows: Range<Int>
    package let columns: Range<Int>

    package init(rows: Range<Int>, columns: Range<Int>) {
      self.rows = rows
      self.columns = columns
    }

    package var top: Int { rows.lowerBound - 1 }
    package var bottom: Int { rows.upperBound }
    package var left: Int { columns.lowerBound - 1 }
    package var right: Int { columns.upperBound }
  }

  package let rows: Int
  package let columns: Int
  /// Whether the operator asked for a wider request, or for the request alone on a narrow terminal.
  package private(set) var favoursRequest = false
  /// The number of rows that the form fills; on a narrow terminal, the request gets the rest.
  package private(set) var formLines = Int.max
  /// The number of lines that the guide needs, if that is more than usual.
  private var guideLines = 0

  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  package static let smallest = (rows: 16, columns: 60)
  /// The minimum number of rows outside the guide: steps, key bar, borders and a few lines.
  private static let rowsBesideGuide = 8
  /// The minimum number of lines of the request below the form.
  package static let smallestRequest = 5

  package var isTooSmall: Bool {
    rows < Self.smallest.rows || columns < Self.smallest.columns
  }

  /// Whether the form and the request are shown side by side.
  package var isWide: Bool { columns >= 100 }

  package var guideHeight: Int {
    let usual = rows < 24 ? 2 : rows < 30 ? 3 : 5
    return max(usual, min(guideLines, rows - Self.rowsBesideGuide))
  }
  /// The maximum height of a box in front of the form, in lines.
  package var overlayHeight: Int { max(1, rows - 6) }
  /// The width of the text in a box in front of the form, in columns.
  package var boxWidth: Int { min(columns - 4, 96) - 4 }
  /// The width of the text in a box that may take nearly the whole screen.
  package var wideBoxWidth: Int { min(columns - 4, 154) - 4 }
  /// The width of running text in a box in front of the form, in columns.
  package var textWidth: Int { min(boxWidth, 68) }
  /// The row of the steps.
  package var stepsRow: Int { 0 }
  package var guideTop: Int { body.upperBound + 1 }

  /// The rows between the upper and lower borders of the panes.
  private var body: Range<Int> { 2..<max(2, rows - guideHeight - 2) }

  /// The columns between the left and right borders of a single pane.
  private var middle: Range<Int> { 1..<max(1, columns - 1) }

  /// The form; `nil` if only the request is shown.
  package var form: Pane? {
    if isWide { return Pane(rows: body, columns: 1..<formWidth - 1) }
    guard !favoursRequest else { return nil }
    return Pane(rows: isRequestBelow ? body.prefix(formLines) : body, columns: middle)
  }

  /// The request; `nil` if only the form is shown.
  package var request: Pane? {
    if isWide { return Pane(rows: body, columns: formWidth + 1..<columns - 1) }
    if favoursRequest { return Pane(rows: body, columns: middle) }
    return isRequestBelow ? Pane(rows: body.dropFirst(formLines + 1), columns: middle) : nil
  }

  /// The number of lines of the form, or of the pane shown instead of it.
  package var formHeight: Int { (form?.rows ?? body).count }
  /// The number of lines of the request, or of the pane shown instead of it.
  package var requestHeight: Int { (request?.rows ?? body).count }

  /// Whether a narrow terminal has room for the request below the form, with a border between them.
  private var isRequestBelow: Bool { body.count - 1 - Self.smallestRequest >= formLines }

  /// The width of the form next to the request, with its borders.
  private var formWidth: Int {
    favoursRequest ? max(52, columns * 2 / 5) : max(62, columns * 52 / 100)
  }

  /// Returns the layout with the request favoured or not.
  func favouringRequest(_ isFavoured: Bool) -> Layout {
    var copy = self
    copy.favoursRequest = isFavoured
    return copy
  }

  /// Returns the layout with room for a number of lines of the guide.
  package func fitting(guideLines: Int) -> Layout {
    var copy = self
    copy.guideLines = guideLines
    return copy
  }

  /// Returns the layout for a form that fills a number of rows.
  func fitting(formLines: Int) -> Layout {
    var copy = self
    copy.formLines = formLines
    return copy
  }
}
