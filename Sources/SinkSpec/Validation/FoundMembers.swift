/// The members found in an object.
struct FoundMembers {
  /// The number of known members stored inline; most objects have fewer.
  private static let inlineCount = 16

  /// The node indices of the first known members' values; 0, the root's index, means absent.
  private var values = InlineArray<16, Int>(repeating: 0)
  /// The values of the remaining known members.
  private var overflow: [Int] = []
  private var others: Set<[UInt8]> = []

  /// Records a member.
  ///
  /// The last duplicate wins, as in most parsers.
  ///
  /// - Parameters:
  ///   - member: The member's name and value.
  ///   - index: The member's index among the known members; nil for an unknown member.
  ///   - document: The document that contains the member.
  /// - Returns: Whether the name was new.
  mutating func insert(
    _ member: JSONDocument.Member, at index: Int?, in document: JSONDocument
  ) -> Bool {
    guard let index else {
      return others.insert(Array((document.string(member.name) ?? "").utf8)).inserted
    }
    let isNew = value(index) == nil
    if index < Self.inlineCount {
      values[index] = member.value.value
    } else {
      let missing = max(0, index - Self.inlineCount + 1 - overflow.count)
      overflow += repeatElement(0, count: missing)
      overflow[index - Self.inlineCount] = member.value.value
    }
    return isNew
  }

  /// The value of the known member at an index.
  func value(_ index: Int) -> JSONDocument.Index? {
    var value = 0
    if index < Self.inlineCount {
      value = values[index]
    } else if overflow.indices.contains(index - Self.inlineCount) {
      value = overflow[index - Self.inlineCount]
    }
    return value == 0 ? nil : JSONDocument.Index(value: value)
  }
}
