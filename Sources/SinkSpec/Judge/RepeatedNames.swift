/// Finds fields that have the name of one before them.
enum RepeatedNames {
  /// The places of those fields; fields without a name, or an empty one, do not count.
  static func places(in fields: [FieldHeading]) -> [Int] {
    // A bit for each name's hash; only names whose bit is taken need a closer look.
    var taken = HashBits(for: fields.count)
    var crowded = HashBits(for: 0)
    for field in fields {
      guard let hash = field.nameHash, !taken.insert(hash) else { continue }
      if crowded.isEmpty { crowded = HashBits(for: fields.count) }
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

  /// Whether any of a few hashes stands twice in a list that lies in parts.
  static func hasRepeated(_ few: [UInt32], in hashes: [[UInt32]]) -> Bool {
    few.contains { hash in
      hashes.reduce(0) { sum, part in part.reduce(sum) { $0 + ($1 == hash ? 1 : 0) } } > 1
    }
  }

  /// Whether any hash stands twice in a list that lies in parts.
  static func hasRepeated(_ hashes: [[UInt32]]) -> Bool {
    let count = hashes.reduce(0) { $0 + $1.count }
    var taken = HashBits(for: count)
    var crowded = HashBits(for: count)
    for part in hashes { for hash in part where !taken.insert(hash) { _ = crowded.insert(hash) } }
    guard !crowded.isEmpty else { return false }
    // Few share a bit: only those are compared.
    var suspects: [UInt32] = []
    for part in hashes { for hash in part where crowded.contains(hash) { suspects.append(hash) } }
    suspects.sort()
    return zip(suspects, suspects.dropFirst()).contains { $0 == $1 }
  }
}
