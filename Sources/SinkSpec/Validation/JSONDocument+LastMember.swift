extension JSONDocument {
  /// Returns an object's last member with the given name: the last duplicate wins, as in most
  /// parsers.
  package func lastMember(_ name: String, of index: Index) -> Index? {
    var last: Index?
    for member in members(index) where isString(member.name, name) { last = member.value }
    return last
  }

  /// Returns the members of an object in source order, each name once with its last value.
  ///
  /// Names are compared byte by byte.
  package func lastMembers(_ index: Index) -> [(name: String, value: Index)] {
    var last: [(name: String, value: Index)] = []
    // The positions by name, used once there are too many members to compare all names.
    var positions: [[UInt8]: Int] = [:]
    for member in members(index) {
      let name = string(member.name) ?? ""
      let known =
        last.count < Self.fewMembers
        ? last.firstIndex { $0.name.utf8.elementsEqual(name.utf8) } : positions[Array(name.utf8)]
      if let known {
        last[known].value = member.value
        continue
      }
      last.append((name, member.value))
      if last.count == Self.fewMembers {
        for (position, member) in last.enumerated() {
          positions[Array(member.name.utf8)] = position
        }
      } else if last.count > Self.fewMembers {
        positions[Array(name.utf8)] = last.count - 1
      }
    }
    return last
  }

  /// The number of distinct names from which they are looked up by hash instead of one by one.
  private static let fewMembers = 16

  /// Returns whether a value is a given string, byte by byte.
  private func isString(_ index: Index, _ text: String) -> Bool {
    let node = nodes[index.value]
    guard node.kind == .string else { return false }
    if node.hasEscapes { return string(index).map { $0.utf8.elementsEqual(text.utf8) } == true }
    return bytes[node.start + 1..<node.end - 1].elementsEqual(text.utf8)
  }
}
