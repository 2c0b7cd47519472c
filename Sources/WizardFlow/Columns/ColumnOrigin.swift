package import SinkSpec

/// What a column was proposed as, by a schema file or by sample events.
///
/// It is shared by all copies of the column, and the same only as itself.
final class ColumnOrigin: Hashable, Sendable {
  let column: ProposedColumn

  init(_ column: ProposedColumn) { self.column = column }

  static func == (one: ColumnOrigin, other: ColumnOrigin) -> Bool { one === other }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension SchemaField {
  /// What is to be known of the column as it was proposed; nothing once its name or type is another.
  package var remarks: [Remark] {
    guard let column = origin?.column, type.text == column.type,
      (name.isSet ? name.text : nil) == column.name
    else { return [] }
    return column.remarks
  }

  /// What sample events showed of the column.
  package var evidence: ColumnEvidence? { origin?.column.evidence }

  /// The warnings among the remarks on the column; their pointers go on from it.
  var warnings: [Issue] {
    remarks.filter { $0.severity >= .warning }.map {
      Issue(severity: $0.severity, pointer: "/type", rule: "imported", message: $0.text)
    }
  }
}
