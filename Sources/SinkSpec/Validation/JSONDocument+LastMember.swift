extension JSONDocument {
  /// Returns the last member of an object with a name: the last duplicate wins, as in most parsers.
  package func lastMember(_ name: String, of index: Index) -> Index? {
    let names = NameTable([name])
    var last: Index?
    for member in members(index) where names.index(of: member.name, in: self) != nil {
      last = member.value
    }
    return last
  }

  /// Returns the members of an object in source order, each name once with its last value.
  ///
  /// Names are compared byte by byte.
  package func lastMembers(_ index: Index) -> [(name: String, value: Index)] {
    var last: [[UInt8]: Index] = [:]
    var names: [String] = []
    for member in members(index) {
      let name = string(member.name) ?? ""
      if last.updateValue(member.value, forKey: Array(name.utf8)) == nil { names.append(name) }
    }
    return names.compactMap { name in last[Array(name.utf8)].map { (name, $0) } }
  }
}
