/// A change that resolves an issue: the validator knows the right value.
package enum Repair: Hashable, Sendable {
  /// Set the value, as a form takes it.
  case setValue(String)
  /// Rename the member.
  case rename(String)
}
