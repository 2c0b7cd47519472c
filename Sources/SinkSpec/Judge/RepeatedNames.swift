/// Finds fields that have the name of one before them.
enum RepeatedNames {
  /// The places of those fields; fields without a name, or an empty one, do not count.
  static func places(in fields: [FieldHeading]) -> [Int] {
    // A bit for each name's hash; only names whose bit is taken need a closer look.
    var taken = HashBits(for: fields.count)
    var crowded = HashBits(for: 0)
    for field in fields where field.isNamed && !taken.insert(field.nameHash) {
      if crowded.isEmpty { crowded = HashBits(for: fields.count) }
      _ = crowded.insert(field.nameHash)
    }
    if crowded.isEmpty { return [] }
    var seen: Set<String> = []
    return fields.indices.filter { place in
      guard crowded.contains(fields[place].nameHash), fields[place].isNamed,
        let name = fields[place].name
      else { return false }
      return !seen.insert(name).inserted
    }
  }
}

extension FieldHeading {
  fileprivate var isNamed: Bool { name?.isEmpty == false }
}
