import SinkSpec

/// The type that a column gets: a column without a name, and what else the schema said.
struct ImportedType {
  private(set) var column: SchemaField
  /// What the type does not say that the schema said.
  var warning: String?
  /// Whether a value may be null.
  var isNullable = false

  init(_ type: ColumnType?, unit: String? = nil, warning: String? = nil) {
    column = SchemaField(name: nil, type: type)
    column.unit = Entry(unit)
    self.warning = warning
  }

  static func object(_ fields: some Sequence<SchemaField>) -> ImportedType {
    var type = ImportedType(.struct)
    type.column.children = FieldList(fields)
    return type
  }

  static func list(of item: SchemaField) -> ImportedType {
    var type = ImportedType(.list)
    type.column.item = [item]
    return type
  }

  /// What has no counterpart is kept as any JSON value.
  static func json(_ why: String) -> ImportedType { ImportedType(.json, warning: why) }

  static let tooDeep = ImportedType.json(
    "lies too deep or beyond too many columns; kept as json")

  func column(name: String?, required: Bool?) -> SchemaField {
    var column = column
    column.name = Entry(name)
    column.required = Entry(required.map { $0 ? "true" : "false" })
    if let warning { column.diagnostics = [Diagnostic(.warning, warning)] }
    return column
  }
}
