import SinkSpec

/// The kind of a document's schema, and its location.
enum SchemaKind {
  /// A list of this API's fields.
  case plain(JSONDocument.Index)
  case jsonSchema(JSONDocument.Index)
  case iceberg(JSONDocument.Index)
  case avro(JSONDocument.Index)
  /// A schema of a known kind that cannot be imported, with the reason for ``SchemaFileProblem``.
  case unusable(String)

  /// Finds the schema of a document.
  ///
  /// - Parameter document: The document to search.
  /// - Returns: The kind, and whether the document is only a schema, not a sink that contains one.
  static func find(in document: JSONDocument) -> (kind: SchemaKind, isAlone: Bool)? {
    find(in: document, at: .root)
  }

  private static func find(
    in document: JSONDocument, at index: JSONDocument.Index
  ) -> (kind: SchemaKind, isAlone: Bool)? {
    func has(_ name: String) -> Bool { document.member(name, of: index) != nil }
    func inside(_ name: String) -> JSONDocument.Index? { document.member(name, of: index) }
    if document.kind(index) == .array {
      if let records = avroRecords(index, document) { return (records, true) }
      return isFieldList(index, document) ? (.plain(index), true) : nil
    }
    guard document.kind(index) == .object else { return nil }
    // Responses of the API and of Iceberg catalogs wrap the schema.
    if let result = inside("result"), has("success") { return find(in: document, at: result) }
    if let metadata = inside("metadata"), document.member("schemas", of: metadata) != nil {
      return find(in: document, at: metadata)
    }
    if has("schemas"), has("current-schema-id") {
      guard let current = currentSchema(of: index, in: document) else {
        return (
          .unusable("is an Iceberg table whose current schema is not among its schemas"), true
        )
      }
      return (.iceberg(current), true)
    }
    let type = inside("type").flatMap(document.string)
    if type == "record" { return (.avro(index), true) }
    if let fields = inside("fields"), document.kind(fields) == .array {
      let isIceberg = has("schema-id") || haveIDs(fields, document)
      return (isIceberg ? .iceberg(index) : .plain(fields), true)
    }
    if let schema = inside("schema"), let found = find(in: document, at: schema) {
      return (found.kind, ["http", "worker_binding", "endpoint", "schemas"].contains(where: has))
    }
    let isJSONSchema =
      ["$schema", "properties", "$ref", "$defs", "allOf", "anyOf", "oneOf"].contains(where: has)
      || ["object", "array"].contains(type)
    return isJSONSchema ? (.jsonSchema(index), true) : nil
  }

  /// Returns the current schema of an Iceberg table's metadata.
  private static func currentSchema(
    of index: JSONDocument.Index, in document: JSONDocument
  ) -> JSONDocument.Index? {
    guard let schemas = document.member("schemas", of: index),
      let current = document.member("current-schema-id", of: index).map(document.literal)
    else { return nil }
    return document.elements(schemas).first { schema in
      document.member("schema-id", of: schema).map(document.literal) == current
    }
  }

  /// Returns the record in a list of Avro types; nil for other lists.
  private static func avroRecords(
    _ index: JSONDocument.Index, _ document: JSONDocument
  ) -> SchemaKind? {
    let types = document.elements(index).map { element in
      document.string(element) != nil
        ? "name" : document.member("type", of: element).flatMap(document.string) ?? ""
    }
    guard types.allSatisfy(["name", "record", "enum", "fixed"].contains) else { return nil }
    let records = zip(types, document.elements(index)).filter { $0.0 == "record" }.map(\.1)
    switch records.count {
    case 0: return nil
    case 1: return .avro(records[0])
    default:
      return .unusable("has \(records.count) Avro records; keep only the one for the sink")
    }
  }

  private static func haveIDs(_ fields: JSONDocument.Index, _ document: JSONDocument) -> Bool {
    guard let first = document.elements(fields).first(where: { _ in true }) else { return false }
    return document.member("id", of: first).map(document.kind) == .number
  }

  private static func isFieldList(_ index: JSONDocument.Index, _ document: JSONDocument) -> Bool {
    document.elements(index).contains { document.member("type", of: $0) != nil }
  }
}
