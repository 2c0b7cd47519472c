/// A change that resolves an issue whose correct value the validator knows.
package enum Repair: Hashable, Sendable {
  /// Set the value, given as form input.
  case setValue(String)
  /// Rename the member.
  case rename(String)
}
