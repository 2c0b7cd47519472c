/// Whole numbers that would be times of our days: an offer, not an assumption.
extension ProposedColumn {
  /// Whether it is taken as a time.
  package var isTime: Bool { type == "timestamp" }

  /// Whether it, or something inside, has whole numbers that could be times.
  package var offersTime: Bool {
    evidence?.epochUnit != nil || fields.contains(where: \.offersTime)
      || item.contains(where: \.offersTime)
  }

  /// Whether such numbers are taken as times.
  package var isTimeByOffer: Bool {
    evidence?.epochUnit != nil && isTime || fields.contains(where: \.isTimeByOffer)
      || item.contains(where: \.isTimeByOffer)
  }

  /// Takes its numbers as times, or as whole numbers again, where they could be times.
  package mutating func takeTime(_ isTime: Bool) {
    guard let offered = evidence?.epochUnit else { return }
    type = isTime ? "timestamp" : "int64"
    unit = isTime ? offered : nil
  }
}

extension SchemaProposal {
  /// Takes all numbers as times that could be times, or as whole numbers again.
  package mutating func takeTimes(_ areTimes: Bool = true) {
    for index in columns.indices { columns[index].takeTimes(areTimes) }
  }
}

extension ProposedColumn {
  fileprivate mutating func takeTimes(_ areTimes: Bool) {
    takeTime(areTimes)
    for index in fields.indices { fields[index].takeTimes(areTimes) }
    for index in item.indices { item[index].takeTimes(areTimes) }
  }
}
