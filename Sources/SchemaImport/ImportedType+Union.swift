import SinkSpec

/// Unions of types, by the rules that `infer` applies to mixed values.
extension ImportedType {
  /// Returns the type that accepts every value of the given types.
  ///
  /// - Parameter types: The types; nulls only make the result nullable.
  /// - Returns: The common type, or json with a warning if the values are too different.
  static func union(of types: [ImportedType]) -> ImportedType {
    let isNullable = types.contains(where: \.isNullable)
    let values = types.filter { !$0.isNull }
    guard let first = values.first else { return types.first ?? .any }
    if values.count == 1 { return first.nullable(isNullable) }
    if values.contains(where: \.isAny) { return any }
    var union = common(values) ?? mixed(values)
    if union.columnType != .json || values.allSatisfy({ $0.columnType == .json }) {
      for warning in values.flatMap(\.warnings) { union = union.adding(warning) }
    }
    return union.nullable(isNullable)
  }

  private static func mixed(_ types: [ImportedType]) -> ImportedType {
    var names: [String] = []
    for name in types.map(\.column.type.text) where !names.contains(name) { names.append(name) }
    return .json("\(names.joined(separator: " or ")): only json accepts both; imported as json")
  }

  /// Returns the common type of two or more types; nil if only json accepts all values.
  private static func common(_ types: [ImportedType]) -> ImportedType? {
    let kinds = Set(types.compactMap(\.columnType))
    let integers: Set<ColumnType> = [.int32, .int64]
    let numbers = integers.union([.float32, .float64])
    if kinds == [.struct] { return structs(types) }
    if kinds == [.list] { return lists(types) }
    if kinds.count == 1, kinds != [.timestamp] { return ImportedType(types[0].columnType) }
    if kinds.isSubset(of: integers) { return ImportedType(.int64) }
    if kinds.isSubset(of: numbers) {
      let warning = "integers beyond 53 bits lose digits in float64"
      return ImportedType(.float64, warning: kinds.contains(.int64) ? warning : nil)
    }
    if kinds.contains(.timestamp) { return times(types, kinds.subtracting([.timestamp])) }
    return kinds == [.string, .binary] ? ImportedType(.string) : nil
  }

  /// Returns the common type of timestamps and other values.
  private static func times(_ types: [ImportedType], _ others: Set<ColumnType>) -> ImportedType? {
    let units = Set(types.filter { $0.columnType == .timestamp }.map(\.column.unit))
    if others.isEmpty, units.count == 1 { return ImportedType(.timestamp, unit: types.unit) }
    // Strings in any format, including timestamps.
    if others == [.string] { return units == [.notSet] ? ImportedType(.string) : nil }
    guard others.isSubset(of: [.int32, .int64]) else { return nil }
    let known = Set(units.compactMap(\.setText))
    guard known.count < 2 else { return nil }
    let unit = known.first ?? "millisecond"
    return ImportedType(
      .timestamp, unit: known.first,
      warning: "strings or numbers; numbers are read as \(unit)s, so check the unit")
  }

  private static func lists(_ types: [ImportedType]) -> ImportedType {
    let items = types.compactMap(\.column.item.first)
    let item = union(of: items.map { ImportedType(of: $0) })
    let isRequired = !items.isEmpty && items.allSatisfy(\.isRequired)
    return .list(of: item.column(name: nil, required: isRequired ? true : nil))
  }

  private static func structs(_ types: [ImportedType]) -> ImportedType {
    .object(merging(types.map { Array($0.column.children) }, isEach: true))
  }

  /// Returns the fields of a struct that combines several structs.
  ///
  /// - Parameters:
  ///   - alternatives: The fields of each struct.
  ///   - isEach: Whether a value matches just one of the structs, so that a field is required only
  ///     if all of them require it; otherwise a value has the fields of every struct.
  /// - Returns: The fields in order of first appearance; fields with the same name get their common
  ///   type.
  static func merging(_ alternatives: [[SchemaField]], isEach: Bool) -> [SchemaField] {
    var order: [String] = []
    var byName: [String: [SchemaField]] = [:]
    for field in alternatives.joined() {
      if byName[field.name.text] == nil { order.append(field.name.text) }
      byName[field.name.text, default: []].append(field)
    }
    return order.map { name in
      let fields = byName[name] ?? []
      let required = fields.count(where: \.isRequired)
      let isRequired = isEach ? required == alternatives.count : required > 0
      let type =
        fields.count == 1
        ? ImportedType(of: fields[0]) : union(of: fields.map { ImportedType(of: $0) })
      return type.column(name: name, required: isRequired ? true : nil)
    }
  }
}

extension [ImportedType] {
  /// The unit of the first timestamp.
  fileprivate var unit: String? { first { $0.columnType == .timestamp }?.column.unit.setText }
}
