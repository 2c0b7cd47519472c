import SinkSpec

/// Whose schema a document holds, and where in it.
enum SchemaKind {
  /// Fields of this API, in a list.
  case plain(JSONDocument.Index)
  case jsonSchema(JSONDocument.Index)
  case iceberg(JSONDocument.Index)
  case avro(JSONDocument.Index)
  /// A schema of a known kind that no columns can be taken from; why, as in ``SchemaFileProblem``.
  case unusable(String)

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
      if let records = avroRecords(index, document) { return (records, true) }
      return isFieldList(index, document) ? (.plain(index), true) : nil
    }
    guard document.kind(index) == .object else { return nil }
    // The API's answers, and those of an Iceberg catalog, wrap what they tell.
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

  /// The record that a list of Avro types has; nil when it is no such list.
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
      return .unusable("holds \(records.count) Avro records; a sink's schema is one of them")
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
