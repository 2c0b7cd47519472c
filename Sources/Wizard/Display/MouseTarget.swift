/// A mouse target on the screen.
package enum MouseTarget: Hashable, Sendable {
  /// A command that is shown with its key.
  case command(Command)
  /// A step in the header.
  case step(Step)
  /// An item of the form, with the index of the character under the mouse.
  case item(FormItem, character: Int?)
  /// A line of the request or the sample event.
  case requestLine(Int)
  /// An option of the overlay.
  case option(Int)
  /// An area that responds only to the wheel.
  case form, request, box
}
