import SinkSpec

/// The imported type: a nameless column, and additional information from the schema.
struct ImportedType {
  private(set) var column: SchemaField
  /// The information lost in the conversion.
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

  /// Returns the json type for a type without a counterpart.
  static func json(_ why: String) -> ImportedType { ImportedType(.json, warning: why) }

  static let tooDeep = ImportedType.json(
    "too deeply nested, or beyond the column limit; imported as json")

  func column(name: String?, required: Bool?) -> SchemaField {
    var column = column
    column.name = Entry(name)
    column.required = Entry(required.map { $0 ? "true" : "false" })
    if let warning { column.diagnostics = [Diagnostic(.warning, warning)] }
    return column
  }
}
