/// The state of parsing a list of events.
enum ListState: Sendable {
  case opened, afterEvent, afterComma
}
