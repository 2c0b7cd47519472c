import SinkSpec

/// Recognition of schemas and of their containers.
extension JSONRecognition {
  func schema(_ object: JSONObjectView) -> FileKind? {
    if let iceberg = iceberg(object) { return iceberg }
    if object.isSink { return nil }
    if object.isStream, !object.isObject("components") { return nil }
    return avro(object) ?? table(object) ?? registry(object) ?? definitions(object)
      ?? fieldList(object) ?? jsonSchema(object) ?? contained(object)
  }

  func found(
    _ format: SchemaSource.Format, _ index: JSONDocument.Index, note: String? = nil
  ) -> FileKind {
    .schema(
      SchemaSource(
        format: format, document: document, index: index, notes: [note].compactMap { $0 }))
  }

  // MARK: Iceberg

  private func iceberg(_ object: JSONObjectView) -> FileKind? {
    if let metadata = object.object("metadata"), let found = icebergMetadata(metadata) {
      return found
    }
    return icebergMetadata(object)
  }

  /// Recognizes the metadata of a table or view.
  private func icebergMetadata(_ object: JSONObjectView) -> FileKind? {
    let schemas = object.elements("schemas").map { JSONObjectView(document, $0) }
    if object.has("schemas"), object.has("current-version-id") {
      let current = object.literal("current-version-id")
      let version = object.elements("versions").map { JSONObjectView(document, $0) }
        .first { $0.literal("version-id") == current }
      return icebergSchema(version?.literal("schema-id"), among: schemas, of: "view")
    }
    if object.has("schemas"), let current = object.literal("current-schema-id") {
      return icebergSchema(current, among: schemas, of: "table")
    }
    guard object.has("format-version"), let schema = object.object("schema"),
      let fields = schema["fields"]
    else {
      return object.has("format-version") && object.has(any: ["location", "table-uuid"])
        ? .unusable("is Iceberg metadata without a schema") : nil
    }
    return found(.iceberg, fields)
  }

  private func icebergSchema(
    _ id: String?, among schemas: [JSONObjectView], of title: String
  ) -> FileKind {
    guard let schema = schemas.first(where: { $0.literal("schema-id") == id && id != nil }),
      let fields = schema["fields"]
    else {
      return .unusable("is an Iceberg \(title) whose current schema is not among its schemas")
    }
    return found(.iceberg, fields)
  }

  // MARK: Avro

  private func avro(_ object: JSONObjectView) -> FileKind? {
    if object.text("protocol") != nil, object.isArray("types") || object.isObject("messages") {
      return avroRecord(among: object.elements("types"), of: "an Avro protocol")
    }
    switch object.avroType {
    case "record", "error": return found(.avro, object.index)
    case "array":
      guard let items = object.object("items") else { break }
      if case .schema(let source)? = avro(items) {
        return found(.avro, source.index, note: "an Avro array; the columns come from its items")
      }
    case nil:
      // A type may be wrapped: {"type": {"type": "record", …}}.
      guard object.count == 1, let inside = object.object("type") else { return nil }
      return avro(inside)
    default: break
    }
    return .unusable(
      "is an Avro \(object.avroType ?? "type"); the columns come from a record")
  }

  // MARK: Lists of fields

  private func fieldList(_ object: JSONObjectView) -> FileKind? {
    guard let fields = object["fields"], object.isArray("fields") else { return nil }
    let dialect = FieldDialect.of(fields, in: document, isAlone: false)
    if object.text("type") == "struct" || object.has("schema-id") {
      let isIceberg = object.has(any: ["schema-id", "identifier-field-ids"])
      return found(isIceberg ? .iceberg : dialect ?? .fields, fields)
    }
    return dialect.map { found($0, fields) }
  }

  /// Recognizes a schema in the `schema` member of a document that is not a sink.
  private func contained(_ object: JSONObjectView) -> FileKind? {
    guard let inside = object.object("schema") else { return nil }
    if inside.has("fields"), !object.has(any: ["kind", "tableReference", "payload"]),
      FieldDialect.of(inside["fields"] ?? inside.index, in: document, isAlone: false) == .fields
    {
      return nil
    }
    guard case .schema(let source)? = schema(inside) else { return nil }
    var format = source.format
    if object.has("tableReference") || object.text("kind") == "bigquery#table" {
      format = .bigQuery
    }
    let hasPayload = format == .connect && object.has("payload")
    return found(
      format, source.index,
      note: hasPayload
        ? "the columns describe the payload; send events without the schema envelope" : nil)
  }

  // MARK: Registries and catalogs

  /// Recognizes a schema registry's response, which contains the schema as text in a member.
  private func registry(_ object: JSONObjectView) -> FileKind? {
    if let text = object.text("schemaString") ?? object.object("metaData")?.text("schemaString") {
      return nested(text)
    }
    let title = object.text("schemaType") ?? object.text("DataFormat")
    guard let text = object.text("SchemaDefinition") ?? object.text("schema"),
      title != nil || object.has(any: ["subject", "id", "version", "SchemaVersionId"])
        || object.count == 1
    else { return nil }
    if title?.uppercased() == "PROTOBUF" {
      return .unusable("has a Protobuf schema, which is not supported")
    }
    guard let nested = nested(text) else { return nil }
    switch nested {
    case .schema(var source):
      if !object.elements("references").isEmpty {
        source.notes.append("the schema references other schemas in the registry")
      }
      return .schema(source)
    case .unusable: return nested
    default: return .unusable("has a schema in an unknown format")
    }
  }

  /// Recognizes a table of the Glue Data Catalog.
  private func table(_ object: JSONObjectView) -> FileKind? {
    if object.isArray("TableList") {
      let tables = object.elements("TableList").map { JSONObjectView(document, $0) }
      guard tables.count == 1 else {
        let names = tables.prefix(6).compactMap { $0.text("Name") }.joined(separator: ", ")
        return .unusable("has \(tables.count) Glue tables (\(names)); keep only one")
      }
      return table(tables[0])
    }
    let inside = ["Table", "TableInput", "TableMetadata"].lazy.compactMap { object.object($0) }
      .first
    let table = inside ?? object
    let storage = table.object("StorageDescriptor") ?? table
    guard storage.isArray("Columns"), inside != nil || table.has("StorageDescriptor") else {
      return nil
    }
    return found(.hive, table.index)
  }
}
