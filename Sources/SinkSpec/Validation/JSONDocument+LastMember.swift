extension JSONDocument {
  /// The last member of an object with a name: of one given twice it is the one that counts, as in
  /// most readers.
  package func lastMember(_ name: String, of index: Index) -> Index? {
    let names = NameTable([name])
    var last: Index?
    for member in members(index) where names.place(of: member.name, in: self) != nil {
      last = member.value
    }
    return last
  }

  /// The members of an object in text order, each name once: of one given twice the last value counts.
  ///
  /// Names are told apart byte by byte.
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
