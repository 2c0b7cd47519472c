import SinkSpec

/// An imported type: an unnamed column, and additional information from the schema.
struct ImportedType {
  private(set) var column: SchemaField
  /// The information lost in the conversion, one sentence each.
  var warnings: [String] = []
  /// Whether a value may be null.
  var isNullable = false
  /// Whether the schema does not constrain the value.
  private(set) var isAny = false
  /// Whether the value is an object whose members the schema does not describe.
  private(set) var isAnyObject = false
  /// Whether null is the only value.
  private(set) var isNull = false
  var columnType: ColumnType? { column.columnType }

  init(_ type: ColumnType?, unit: String? = nil, warning: String? = nil) {
    column = SchemaField(name: nil, type: type)
    column.unit = Entry(unit)
    warnings = [warning].compactMap { $0 }
  }

  /// Creates the type of an imported column.
  init(of column: SchemaField) {
    self.column = column
    self.column.name = .notSet
    self.column.required = .notSet
    warnings = column.diagnostics.map(\.text)
  }

  /// The type of a value that the schema does not constrain.
  static var any: ImportedType {
    var type = ImportedType(.json)
    (type.isAny, type.isNullable) = (true, true)
    return type
  }

  /// The type of an object whose members are unknown.
  static var anyObject: ImportedType {
    var type = ImportedType(.json)
    type.isAnyObject = true
    return type
  }

  /// The type of a value that is always null.
  static func null(warning: String? = nil) -> ImportedType {
    var type = ImportedType(.json, warning: warning)
    (type.isNullable, type.isNull) = (true, true)
    return type
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
    column.diagnostics = warnings.map { Diagnostic(.warning, $0) }
    return column
  }

  /// Returns the type with a warning added, unless it already has that warning.
  func adding(_ warning: String?) -> ImportedType {
    guard let warning, !warnings.contains(warning) else { return self }
    var type = self
    type.warnings.append(warning)
    return type
  }

  /// Returns a copy with the given nullability.
  func nullable(_ isNullable: Bool = true) -> ImportedType {
    var type = self
    type.isNullable = isNullable
    return type
  }
}
