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
  private var parts: [AnyPaintedPart] = []
  /// The parts of the frame that is being painted, in the order of painting.
  private var next: [AnyPaintedPart] = []

  package init() {}

  /// Paints a part, or copies it from the last frame.
  mutating func paint<Part: ScreenPart>(_ part: Part, on sheet: inout Sheet) {
    // Hit testing needs all parts to be painted.
    if sheet.pointer == nil, parts.indices.contains(next.count),
      let last = parts[next.count] as? PaintedPart<Part>, last.part == part
    {
      sheet.canvas.copy(rows: part.rows, columns: part.columns, from: canvas)
      next.append(last)
    } else {
      part.paint(on: &sheet)
      next.append(PaintedPart(part))
    }
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

/// A part of a frame, in a class so that the next frame can have it without a copy.
private class AnyPaintedPart {}

private final class PaintedPart<Part: ScreenPart>: AnyPaintedPart {
  let part: Part

  init(_ part: Part) { self.part = part }
}
