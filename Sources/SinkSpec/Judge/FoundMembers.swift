/// The members that an object was found to have.
struct FoundMembers {
  /// The values of known members by place; 0 for none, as the list begins with the root.
  private var values = InlineArray<16, Int>(repeating: 0)
  private var others: Set<[UInt8]> = []

  /// Notes a member; of one given twice the last value counts, as in most readers.
  ///
  /// - Parameters:
  ///   - member: its name and value.
  ///   - place: its place among the known members; nil for an unknown one.
  ///   - document: what it stands in.
  /// - Returns: whether its name was not there before.
  mutating func insert(
    _ member: JSONDocument.Member, at place: Int?, in document: JSONDocument
  ) -> Bool {
    guard let place else {
      return others.insert(Array((document.string(member.name) ?? "").utf8)).inserted
    }
    defer { values[place] = member.value.value }
    return values[place] == 0
  }

  /// The value of the known member at a place.
  func value(_ place: Int) -> JSONDocument.Index? {
    values[place] == 0 ? nil : JSONDocument.Index(value: values[place])
  }
}
