/// A mouse event at a position on the screen.
package struct Mouse: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    /// The primary button was pressed.
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
