/// The properties of a field that the rules of its list use.
package struct ColumnSummary: Hashable, Sendable {
  package let name: String?
  /// A hash of the name without case, to find equal and similar names; nil without a name, or with
  /// an empty one.
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

  /// Returns a hash that names have in common that differ only in case or normalization.
  private static func hash(_ name: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in name.utf8 {
      guard byte < 0x80 else {
        // Equal for canonically equivalent strings.
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
