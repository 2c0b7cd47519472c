/// What came last in a list of events.
enum ListPlace: Sendable {
  case opened, afterEvent, afterComma
}
