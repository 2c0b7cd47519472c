import Screen

/// A part of the screen: a value that contains everything it shows.
///
/// Painting depends on neither the wizard nor the rest of the screen, so equal parts look the same
/// and need not be painted again. Nothing else paints in its area.
protocol ScreenPart: Equatable {
  var rows: Range<Int> { get }
  var columns: Range<Int> { get }

  /// Paints the part on blank cells; the cursor is not part of it.
  func paint(on sheet: inout Sheet)
}

/// The parts of a frame, from which the next frame copies the equal ones.
package struct PaintedParts {
  private var canvas = Canvas(rows: 0, columns: 0)
  private var parts: [any ScreenPart] = []
  /// The parts of the frame that is being painted, in the order of painting.
  private var next: [any ScreenPart] = []

  package init() {}

  /// Paints a part, or copies it from the last frame.
  mutating func paint<Part: ScreenPart>(_ part: Part, on sheet: inout Sheet) {
    if isKnown(part, on: sheet) {
      sheet.canvas.copy(rows: part.rows, columns: part.columns, from: canvas)
    } else {
      part.paint(on: &sheet)
    }
    next.append(part)
  }

  private func isKnown<Part: ScreenPart>(_ part: Part, on sheet: Sheet) -> Bool {
    // Hit testing needs all parts to be painted.
    guard sheet.pointer == nil, parts.indices.contains(next.count) else { return false }
    return parts[next.count] as? Part == part
  }

  /// Ends a frame.
  ///
  /// - Parameter canvas: The frame, before anything is painted over its parts.
  mutating func finish(_ canvas: Canvas) {
    self.canvas = canvas
    parts = next
    next.removeAll(keepingCapacity: true)
  }
}
