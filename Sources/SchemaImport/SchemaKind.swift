import SinkSpec

/// Whose schema a document holds, and where in it.
enum SchemaKind {
  /// Fields of this API, in a list.
  case plain(JSONDocument.Index)
  case jsonSchema(JSONDocument.Index)
  case iceberg(JSONDocument.Index)
  case avro(JSONDocument.Index)

  /// - Returns: the kind, and whether the document is about its schema alone: not a sink that also
  ///   has one.
  static func find(in document: JSONDocument) -> (kind: SchemaKind, isAlone: Bool)? {
    find(in: document, at: .root)
  }

  private static func find(
    in document: JSONDocument, at index: JSONDocument.Index
  ) -> (kind: SchemaKind, isAlone: Bool)? {
    func has(_ name: String) -> Bool { document.member(name, of: index) != nil }
    func inside(_ name: String) -> JSONDocument.Index? { document.member(name, of: index) }
    if document.kind(index) == .array {
      return isFieldList(index, document) ? (.plain(index), true) : nil
    }
    guard document.kind(index) == .object else { return nil }
    // The API's answers, and those of an Iceberg catalog, wrap what they tell.
    if let result = inside("result"), has("success") { return find(in: document, at: result) }
    if let metadata = inside("metadata"), document.member("schemas", of: metadata) != nil {
      return find(in: document, at: metadata)
    }
    if let current = currentSchema(of: index, in: document) { return (.iceberg(current), true) }
    let type = inside("type").flatMap(document.string)
    if type == "record" { return (.avro(index), true) }
    if let fields = inside("fields"), document.kind(fields) == .array {
      let isIceberg = has("schema-id") || haveIDs(fields, document)
      return (isIceberg ? .iceberg(index) : .plain(fields), true)
    }
    if let schema = inside("schema"), let found = find(in: document, at: schema) {
      return (found.kind, ["http", "worker_binding", "endpoint", "schemas"].contains(where: has))
    }
    let isJSONSchema = ["$schema", "properties", "$ref", "$defs", "allOf"].contains(where: has)
    return isJSONSchema ? (.jsonSchema(index), true) : nil
  }

  /// The current one of the schemas in an Iceberg table's metadata.
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

  private static func haveIDs(_ fields: JSONDocument.Index, _ document: JSONDocument) -> Bool {
    guard let first = document.elements(fields).first(where: { _ in true }) else { return false }
    return document.member("id", of: first).map(document.kind) == .number
  }

  private static func isFieldList(_ index: JSONDocument.Index, _ document: JSONDocument) -> Bool {
    document.elements(index).contains { document.member("type", of: $0) != nil }
  }
}
