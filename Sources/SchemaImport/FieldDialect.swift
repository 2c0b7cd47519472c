import SinkSpec

/// Distinguishes the formats that write a schema as a list of fields.
enum FieldDialect {
  /// Returns the format of a list of fields; nil if it is not one.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - document: The document that contains the list.
  ///   - isAlone: Whether only the types can show that the elements are fields, because nothing
  ///     around the list does.
  /// - Returns: The format.
  static func of(
    _ list: JSONDocument.Index, in document: JSONDocument, isAlone: Bool
  ) -> SchemaSource.Format? {
    let elements = Array(document.elements(list).prefix(2000))
    let fields = elements.filter { document.kind($0) == .object }
      .map { JSONObjectView(document, $0) }
    guard !fields.isEmpty else { return isAlone || !elements.isEmpty ? nil : .fields }
    if let marked = marked(fields) { return marked }
    let typed = fields.filter { $0.has("type") }
    if typed.isEmpty { return isAlone ? nil : .fields }
    return !isAlone || typed.contains(where: hasKnownType) ? .fields : nil
  }

  /// Returns the format identified by a member that only its fields have.
  private static func marked(_ fields: [JSONObjectView]) -> SchemaSource.Format? {
    if fields.contains(where: { $0.has("field") && !$0.has("name") && $0.has("type") }) {
      return .connect
    }
    let modes = ["NULLABLE", "REQUIRED", "REPEATED"]
    if fields.contains(where: { modes.contains($0.text("mode")?.uppercased() ?? "") }) {
      return .bigQuery
    }
    // `nullable` is a member of Spark's fields.
    if fields.contains(where: { $0.flag("nullable") != nil && $0.has("type") }) { return .spark }
    for field in fields {
      guard let type = field.object("type") else { continue }
      if let format = nested(type) { return format }
    }
    let hasIDs = fields.contains { field in
      field.has("type") && field["id"].map(field.document.kind) == .number
    }
    return hasIDs ? .iceberg : nil
  }

  /// Returns the format identified by a field's type, if the type is an object.
  private static func nested(_ type: JSONObjectView) -> SchemaSource.Format? {
    switch type.text("type") {
    case "array" where type.has("elementType"), "udt": return .spark
    case "map" where type.has("valueType"): return .spark
    case "list", "map": return .iceberg
    case "struct":
      let fields = type.elements("fields").map { JSONObjectView(type.document, $0) }
      return marked(fields) ?? .iceberg
    default: return nil
    }
  }

  private static func hasKnownType(_ field: JSONObjectView) -> Bool {
    guard let name = field.text("type") else { return field.isObject("type") }
    if case .unknown = ColumnType(name.lowercased()) {
      return TypeAliases.same[name.lowercased()] != nil
        || TypeAliases.nearest(to: name.lowercased()) != nil
    }
    return true
  }
}
