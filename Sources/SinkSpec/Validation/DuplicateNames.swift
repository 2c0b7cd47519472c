/// Finds fields that have the name of one before them.
enum DuplicateNames {
  /// The places of those fields; fields without a name, or an empty one, do not count.
  static func places(in fields: [ColumnSummary]) -> [Int] {
    // A bit for each name's hash; only names whose bit is taken need a closer look.
    var taken = HashBitset(for: fields.count)
    var crowded = HashBitset(for: 0)
    for field in fields {
      guard let hash = field.nameHash, !taken.insert(hash) else { continue }
      if crowded.isEmpty { crowded = HashBitset(for: fields.count) }
      _ = crowded.insert(hash)
    }
    if crowded.isEmpty { return [] }
    var seen: Set<String> = []
    return fields.indices.filter { place in
      guard let hash = fields[place].nameHash, crowded.contains(hash), let name = fields[place].name
      else { return false }
      return !seen.insert(name).inserted
    }
  }
}
