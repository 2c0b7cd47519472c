/// The members that an object was found to have.
struct FoundMembers {
  /// How many known members fit without an allocation, which is more than most objects have.
  private static let inlineCount = 16

  /// The values of the first known members by index; 0 for none, as the list begins with the root.
  private var values = InlineArray<16, Int>(repeating: 0)
  /// The values of the known members beyond those.
  private var overflow: [Int] = []
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
    let isNew = value(place) == nil
    if place < Self.inlineCount {
      values[place] = member.value.value
    } else {
      let missing = max(0, place - Self.inlineCount + 1 - overflow.count)
      overflow += repeatElement(0, count: missing)
      overflow[place - Self.inlineCount] = member.value.value
    }
    return isNew
  }

  /// The value of the known member at a place.
  func value(_ place: Int) -> JSONDocument.Index? {
    var value = 0
    if place < Self.inlineCount {
      value = values[place]
    } else if overflow.indices.contains(place - Self.inlineCount) {
      value = overflow[place - Self.inlineCount]
    }
    return value == 0 ? nil : JSONDocument.Index(value: value)
  }
}
