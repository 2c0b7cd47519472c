/// What the rules of a list of fields look at of one field.
package struct ColumnSummary: Hashable, Sendable {
  package let name: String?
  /// FNV-1a of the name, to find names given twice; nil without a name, or with an empty one.
  let nameHash: UInt32?
  let isJSON: Bool
  /// Whether it has no name at all; a name of a wrong type is one.
  let isNameless: Bool
  /// Whether the source's metadata fill it.
  let isMetadata: Bool

  init(name: String?, isJSON: Bool, isNameless: Bool, isMetadata: Bool) {
    self.name = name
    nameHash = name.flatMap { $0.isEmpty ? nil : Self.hash($0) }
    self.isJSON = isJSON
    self.isNameless = isNameless
    self.isMetadata = isMetadata
  }

  static func hash(_ name: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  /// The heading of what is no field at all.
  package static let unknown = ColumnSummary(
    name: nil, isJSON: false, isNameless: false, isMetadata: false)
}
