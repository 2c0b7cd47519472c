import SinkSpec

/// The type that a column gets, and what is to be said about it.
struct ColumnType {
  var type: String
  var unit: String?
  var fields: [ProposedColumn] = []
  var item: [ProposedColumn] = []
  /// What the type does not say that the schema said.
  var warning: String?
  /// Whether a value may be null.
  var isNullable = false

  init(_ type: String, unit: String? = nil, warning: String? = nil) {
    self.type = type
    self.unit = unit
    self.warning = warning
  }

  static func object(_ fields: [ProposedColumn]) -> ColumnType {
    var type = ColumnType("struct")
    type.fields = fields
    return type
  }

  static func list(of item: ProposedColumn) -> ColumnType {
    var type = ColumnType("list")
    type.item = [item]
    return type
  }

  /// What has no counterpart is kept as any JSON value.
  static func json(_ why: String) -> ColumnType { ColumnType("json", warning: why) }

  static let tooDeep = ColumnType.json("lies too deep or beyond too many columns; kept as json")

  func column(name: String?, required: Bool?) -> ProposedColumn {
    var column = ProposedColumn(name: name, type: type, required: required)
    column.unit = unit
    column.fields = fields
    column.item = item
    if let warning { column.remarks = [Remark(.warning, warning)] }
    return column
  }
}
