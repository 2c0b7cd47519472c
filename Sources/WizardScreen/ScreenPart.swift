import Screen
import Wizard

/// A part of the screen: a value that contains everything it shows.
///
/// Painting depends on neither the wizard nor the rest of the screen, so equal parts look the same
/// and need not be painted again. No other part of a frame paints in its area.
protocol ScreenPart: Equatable {
  var rows: Range<Int> { get }
  var columns: Range<Int> { get }

  /// Paints the part on blank cells; the cursor is not part of it.
  func paint(on sheet: inout Sheet)
}

/// Rows without content.
struct BlankRows: ScreenPart {
  let rows: Range<Int>
  let columns: Range<Int>

  func paint(on sheet: inout Sheet) {}
}

/// The parts of a frame; the next frame keeps the equal ones.
package struct PaintedParts {
  private var layout: Layout?
  private var canvas = Canvas(rows: 0, columns: 0)
  private var parts: [AnyPaintedPart] = []
  /// The parts of the frame that is being painted, in the order of painting.
  private var next: [AnyPaintedPart] = []

  package init() {}

  /// Begins a frame.
  ///
  /// - Parameter layout: The places of the panes.
  /// - Returns: The last frame, on which everything except equal parts is painted again; a blank
  ///   canvas if the places are new.
  mutating func begin(_ layout: Layout) -> Canvas {
    if self.layout != layout {
      self.layout = layout
      canvas = Canvas(rows: layout.rows, columns: layout.columns)
      parts = []
    }
    canvas.cursor = nil
    return canvas
  }

  /// Paints a part, unless the last frame has an equal one.
  mutating func paint<Part: ScreenPart>(_ part: Part, on sheet: inout Sheet) {
    if parts.indices.contains(next.count),
      let last = parts[next.count] as? PaintedPart<Part>, last.part == part
    {
      next.append(last)
    } else {
      for row in part.rows { sheet.clear(row: row, part.columns) }
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

/// A part of a frame; a class, so that the next frame can share it.
private class AnyPaintedPart {}

private final class PaintedPart<Part: ScreenPart>: AnyPaintedPart {
  let part: Part

  init(_ part: Part) { self.part = part }
}
