/// What the rules of a list of fields look at of one field.
package struct FieldHeading: Hashable, Sendable {
  let name: String?
  let type: String?
  /// Whether it has no name at all; a name of a wrong type is one.
  let isNameless: Bool
  /// Whether the source's metadata fill it.
  let isMetadata: Bool

  /// The heading of what is no field at all.
  package static let unknown = FieldHeading(
    name: nil, type: nil, isNameless: false, isMetadata: false)
}
