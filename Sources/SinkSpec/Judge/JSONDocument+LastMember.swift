extension JSONDocument {
  /// The last member of an object with a name: of one given twice it is the one that counts, as in
  /// most readers.
  package func lastMember(_ name: String, of index: Index) -> Index? {
    let names = KnownNames([name])
    var last: Index?
    for member in members(index) where names.place(of: member.name, in: self) != nil {
      last = member.value
    }
    return last
  }

  /// The members of an object by name; of one given twice, the last.
  func lastMembers(_ index: Index) -> [String: Index] {
    Dictionary(
      members(index).map { (string($0.name) ?? "", $0.value) }, uniquingKeysWith: { $1 })
  }
}
