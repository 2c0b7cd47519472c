/// What a key does in the request while that has the focus.
package enum RequestMove: Hashable, Sendable {
  case up, down, pageUp, pageDown, first, last
  case search, nextMatch, previousMatch
  /// To the field of the line.
  case field
  /// Back to the form, whose width is as usual again or stays.
  case form, formBeside
}
