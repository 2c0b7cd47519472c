/// The properties of a field that the rules of its list check.
package struct ColumnSummary: Hashable, Sendable {
  package let name: String?
  /// A case-insensitive hash of the name, to find equal and similar names; nil if there is no name
  /// or it is empty.
  let nameHash: UInt32?
  let isJSON: Bool
  /// Whether the field has no name; a name of the wrong type counts as one.
  let isNameless: Bool
  /// Whether the column is filled from the source's metadata.
  let isMetadata: Bool

  init(name: String?, isJSON: Bool, isNameless: Bool, isMetadata: Bool) {
    self.name = name
    nameHash = name.flatMap { $0.isEmpty ? nil : Self.hash($0) }
    self.isJSON = isJSON
    self.isNameless = isNameless
    self.isMetadata = isMetadata
  }

  /// Returns the summary of a field that is equal except for its name.
  package func named(_ name: String) -> ColumnSummary {
    ColumnSummary(name: name, isJSON: isJSON, isNameless: isNameless, isMetadata: isMetadata)
  }

  /// Returns a hash of the name that ignores case and normalization.
  private static func hash(_ name: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in name.utf8 {
      guard byte < 0x80 else {
        // `hashValue` is equal for canonically equivalent strings.
        return UInt32(truncatingIfNeeded: name.lowercased().hashValue)
      }
      let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      hash = (hash ^ UInt32(folded)) &* 0x0100_0193
    }
    return hash
  }

  /// The summary of an element that is not a field.
  package static let unknown = ColumnSummary(
    name: nil, isJSON: false, isNameless: false, isMetadata: false)
}
