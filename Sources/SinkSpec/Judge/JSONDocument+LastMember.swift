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
}
