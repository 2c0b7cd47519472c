/// Where and why reading an event stopped.
struct EventFault: Error {
  let offset: Int
  let message: StaticString
  /// Whether the bytes ended inside the event.
  var isEnd = false
}
