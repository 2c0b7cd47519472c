package import Screen
package import Wizard

/// Hit testing: painting records the mouse targets, so they always match the screen.
extension Painter {
  /// Returns the mouse target at a point of the screen; nil if there is none.
  package static func target(at point: Canvas.Point, in wizard: Wizard) -> MouseTarget? {
    var painter = Painter(wizard, pointer: point)
    painter.paint()
    return painter.sheet.target
  }
}
