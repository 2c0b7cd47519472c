import SinkSpec

extension SchemaField {
  /// The field as a column that could be proposed: to be compared with others, or shown as stored.
  var proposed: ProposedColumn {
    var column = ProposedColumn(
      name: name.isSet ? name.text : nil, type: type.text,
      required: required.isSet ? required == .text("true") : nil)
    column.unit = unit.isSet ? unit.text : nil
    column.metadataKey = metadataKey.isSet ? metadataKey.text : nil
    if origin?.column.type == column.type { column.evidence = evidence }
    column.sqlName = sqlName.isSet ? sqlName.text : nil
    if isStruct { column.fields = children.map(\.proposed) }
    if isList { column.item = item.map(\.proposed) }
    return column
  }
}
