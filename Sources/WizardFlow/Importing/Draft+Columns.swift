import SinkSpec

extension Draft {
  /// Puts proposed columns in the place of those that there are.
  mutating func takeColumns(_ proposed: [ProposedColumn]) {
    fields = FieldList(proposed.map { field($0) })
    columns = fields.isEmpty ? .notSet : .listed
  }

  private mutating func field(_ column: ProposedColumn) -> SchemaField {
    var field = makeField()
    field.name = column.name.map { .text($0) } ?? .notSet
    field.type = column.type.isEmpty ? .notSet : .text(column.type)
    field.required = column.required.map { .text($0 ? "true" : "false") } ?? .notSet
    field.unit = column.unit.map { .text($0) } ?? .notSet
    field.metadataKey = column.metadataKey.map { .text($0) } ?? .notSet
    field.sqlName = column.sqlName.map { .text($0) } ?? .notSet
    field.children = FieldList(column.fields.map { self.field($0) })
    field.item = column.item.map { self.field($0) }
    if !column.remarks.isEmpty || column.evidence != nil { field.origin = ColumnOrigin(column) }
    return field
  }
}
