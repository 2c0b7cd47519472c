/// A change that resolves an issue whose correct value the validator knows.
package enum Repair: Hashable, Sendable {
  /// Set the value, written as input for a form.
  case setValue(String)
  /// Rename the member.
  case rename(String)
}
