/// An allowed value of a parameter, with one line of help.
package struct Choice: Hashable, Sendable {
  package let value: String
  package let help: String
  /// The values of the `type` member of the same object with which it is allowed; empty for any.
  package let ownTypes: [String]
  /// Where the value comes from, if the API reference does not have it.
  package let newer: NewerSource?
  /// Names of the same value in other tools, to suggest it.
  let otherNames: [String]

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

  /// Returns whether the value is allowed with a `type`; any value is if the type is unknown.
  package func isAllowed(ownType: String?) -> Bool {
    guard let ownType, !ownTypes.isEmpty else { return true }
    return ownTypes.contains(ownType)
  }
}
