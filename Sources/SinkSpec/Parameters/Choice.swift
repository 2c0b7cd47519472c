/// An allowed value of a parameter, with one line of help.
package struct Choice: Hashable, Sendable {
  package let value: String
  package let help: String
  /// The `type` values of the same object that allow the value; empty if all do.
  package let ownTypes: [String]
  /// The source of a value that is not in the API reference.
  package let newer: NewerSource?
  /// Names of the same value in other tools, in lower case and without separators.
  package let otherNames: [String]

  package init(
    _ value: String, _ help: String, for ownTypes: [String] = [], newer: NewerSource? = nil,
    otherNames: [String] = []
  ) {
    self.value = value
    self.help = help
    self.ownTypes = ownTypes
    self.newer = newer
    self.otherNames = otherNames
  }

  /// Returns whether a `type` allows the value; an unknown type allows any.
  package func isAllowed(ownType: String?) -> Bool {
    guard let ownType, !ownTypes.isEmpty else { return true }
    return ownTypes.contains(ownType)
  }
}
