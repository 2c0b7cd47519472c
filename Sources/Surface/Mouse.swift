/// What the mouse did at a place of the screen.
package struct Mouse: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    /// The first button was pressed.
    case press
    case wheelUp, wheelDown
  }

  package let action: Action
  package let place: Canvas.Point

  package init(_ action: Action, at place: Canvas.Point) {
    self.action = action
    self.place = place
  }
}
