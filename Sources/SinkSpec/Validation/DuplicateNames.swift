/// Finds fields whose name is equal or similar to that of an earlier field.
enum DuplicateNames {
  /// Returns the indices of fields with the same name as an earlier field.
  ///
  /// Fields without a name, or with an empty one, do not count.
  static func indices(in fields: [ColumnSummary]) -> [Int] {
    var seen: Set<[UInt8]> = []
    return crowded(in: fields).filter { _, name in !seen.insert(Array(name.utf8)).inserted }
      .map(\.index)
  }

  /// Returns the indices of fields whose name differs from an earlier one only in case or
  /// normalization, with that earlier name.
  static func similar(in fields: [ColumnSummary]) -> [(index: Int, other: String)] {
    var first: [String: String] = [:]
    var seen: Set<[UInt8]> = []
    var similar: [(index: Int, other: String)] = []
    for (index, name) in crowded(in: fields) {
      // Equal strings may have different normalization forms.
      guard seen.insert(Array(name.utf8)).inserted else { continue }
      let folded = name.lowercased()
      if let other = first[folded] { similar.append((index, other)) } else { first[folded] = name }
    }
    return similar
  }

  /// Returns the fields whose name may equal an earlier one; false positives are possible.
  private static func crowded(in fields: [ColumnSummary]) -> [(index: Int, name: String)] {
    // Bloom filter: only names whose bit is already set need an exact comparison.
    var taken = HashBitset(for: fields.count)
    var crowded = HashBitset(for: 0)
    for field in fields {
      guard let hash = field.nameHash, !taken.insert(hash) else { continue }
      if crowded.isEmpty { crowded = HashBitset(for: fields.count) }
      _ = crowded.insert(hash)
    }
    if crowded.isEmpty { return [] }
    return fields.indices.compactMap { index in
      guard let hash = fields[index].nameHash, crowded.contains(hash), let name = fields[index].name
      else { return nil }
      return (index, name)
    }
  }
}
