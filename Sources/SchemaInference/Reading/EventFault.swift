/// A syntax error in an event.
struct EventFault: Error {
  let offset: Int
  let message: StaticString
  /// Whether the input ended inside the event.
  var isEnd = false
}
