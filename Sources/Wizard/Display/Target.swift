/// What stands at a place of the screen, for the mouse.
package enum Target: Hashable, Sendable {
  /// A command that is named there with its key.
  case command(Command)
  /// A step in the header.
  case step(Step)
  /// An item of the form, with the character of its text that is there.
  case item(FormItem, character: Int?)
  /// A line of the request, or of the sample event in its place.
  case requestLine(Int)
  /// A line that can be chosen in what stands in front of the form.
  case option(Int)
  /// A place where only the wheel means something.
  case form, request, box
}
