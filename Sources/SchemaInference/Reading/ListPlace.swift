/// The state of parsing a list of events.
enum ListPlace: Sendable {
  case opened, afterEvent, afterComma
}
