/// Integers that are plausible current Unix times, which the operator may convert to timestamps.
extension SchemaField {
  /// Whether the field or a descendant has integers that are likely to be times.
  package var offersTime: Bool {
    evidence?.isTimeOffer == true || children.contains(where: \.offersTime)
      || item.contains(where: \.offersTime)
  }

  /// Whether the field or a descendant has such integers and treats them as times.
  package var isTimeByOffer: Bool {
    evidence?.epochUnit != nil && isOf(.timestamp) || children.contains(where: \.isTimeByOffer)
      || item.contains(where: \.isTimeByOffer)
  }

  /// Changes integers that could be times to timestamps, or back to integers.
  package mutating func takeTime(_ isTime: Bool) {
    guard let offered = evidence?.epochUnit else { return }
    let diagnostics = diagnostics
    type = .text(isTime ? ColumnType.timestamp.name : ColumnType.int64.name)
    unit = isTime ? .text(offered) : .notSet
    // Keep the diagnostics, because they apply to this type as well.
    self.diagnostics = diagnostics
  }

  fileprivate func takingTimes(_ areTimes: Bool) -> SchemaField {
    var field = self
    if evidence?.isTimeOffer == true || !areTimes { field.takeTime(areTimes) }
    field.children = FieldList(children.map { $0.takingTimes(areTimes) })
    field.item = FieldList(item.map { $0.takingTimes(areTimes) })
    return field
  }
}

extension ColumnEvidence {
  fileprivate var isTimeOffer: Bool { epochUnit != nil && isLikelyTime }
}

extension SchemaProposal {
  /// Changes all integers that are likely to be times to timestamps, or back to integers.
  package mutating func takeTimes(_ areTimes: Bool = true) {
    columns = FieldList(columns.map { $0.takingTimes(areTimes) })
  }
}
