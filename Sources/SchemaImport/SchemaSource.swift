package import SinkSpec

/// A schema in a document, and its format.
package struct SchemaSource: Sendable {
  enum Format: Sendable {
    /// A list of this API's fields.
    case fields
    case jsonSchema, iceberg, avro, spark, connect, bigQuery, hive
    /// A stream without a schema, which accepts any event as one value.
    case unstructured
  }

  let format: Format
  let document: JSONDocument
  let index: JSONDocument.Index
  /// Notes about the file that contains the schema.
  var notes: [String] = []

  /// The source's name with its article, such as `an Avro schema`.
  package var name: String {
    switch format {
    case .fields: "a schema file"
    case .jsonSchema: "a JSON Schema"
    case .iceberg: "an Iceberg schema"
    case .avro: "an Avro schema"
    case .spark: "a Spark schema"
    case .connect: "a Kafka Connect schema"
    case .bigQuery: "a BigQuery schema"
    case .hive: "a table of the Glue Data Catalog"
    case .unstructured: "a stream without a schema"
    }
  }

  /// Imports the schema.
  ///
  /// Types without a counterpart become the closest type, with a warning on the column. Members
  /// that sink schemas do not support are listed in a note on the proposal.
  ///
  /// - Returns: The proposed columns.
  /// - Throws: ``SchemaFileProblem`` if the schema determines no columns.
  package func proposal() throws(SchemaFileProblem) -> SchemaProposal {
    let (columns, found) = try imported()
    var diagnostics = found
    let duplicates = document.duplicateNames
    if !duplicates.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning,
          "duplicate members (only the first counts): "
            + duplicates.prefix(5).map(\.abbreviated).joined(separator: ", ")))
    }
    return SchemaProposal(
      source: name, columns: columns, diagnostics: notes.map { Diagnostic(.note, $0) } + diagnostics
    )
  }

  private func imported() throws(SchemaFileProblem) -> ([SchemaField], [Diagnostic]) {
    switch format {
    case .fields:
      var schema = PlainSchema(document)
      let columns = schema.columns(of: index)
      return (columns, schema.diagnostics + schema.notes.diagnostics)
    case .jsonSchema: return try importedJSONSchema()
    case .iceberg:
      var schema = IcebergSchema(document)
      return (schema.columns(of: index), schema.notes.diagnostics)
    case .avro:
      var schema = AvroSchema(document)
      return (Array(schema.columns(of: index)), schema.notes.diagnostics)
    case .spark:
      var schema = SparkSchema(document)
      return (schema.columns(of: index), schema.notes.diagnostics)
    case .connect:
      var schema = ConnectSchema(document)
      return (schema.columns(of: index), schema.notes.diagnostics)
    case .bigQuery:
      var schema = BigQuerySchema(document)
      return (schema.columns(of: index), schema.notes.diagnostics)
    case .hive:
      var schema = HiveSchema(document)
      return (schema.columns(of: index), schema.notes.diagnostics)
    case .unstructured: return ([SchemaField(name: "value", type: .json)], [])
    }
  }

  private func importedJSONSchema() throws(SchemaFileProblem) -> ([SchemaField], [Diagnostic]) {
    var schema = JSONSchema(document)
    var type = schema.root(index)
    // In the schema of an array of records, the items are the records.
    if let item = type.column.presentItem { type = ImportedType(of: item) }
    guard type.column.isStruct else {
      throw SchemaFileProblem(message: "is a JSON Schema, but \(Self.reason(for: type))")
    }
    let warnings = type.warnings.map { Diagnostic(.warning, "the schema: \($0)") }
    return (Array(type.column.children), warnings + schema.notes.diagnostics)
  }

  /// Returns the reason a JSON Schema determines no columns.
  private static func reason(for type: ImportedType) -> String {
    if let warning = type.warnings.first {
      let end = "; imported as json"
      return warning.hasSuffix(end) ? String(warning.dropLast(end.count)) : warning
    }
    if type.isAnyObject { return "it describes an object without properties" }
    if type.isAny { return "it does not describe the properties of events" }
    return "it describes \(type.column.type.text) values, not objects with properties"
  }
}

/// The reason no schema can be imported from a document.
package struct SchemaFileProblem: Error, Hashable, Sendable {
  /// A phrase to follow the file's name, such as `has no schema`.
  package let message: String
}
