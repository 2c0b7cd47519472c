package import SinkSpec

/// Detection and import of schema files.
package enum SchemaFile {
  /// Returns whether a document is a schema, rather than a sink that contains one.
  package static func isSchema(_ document: JSONDocument) -> Bool {
    SchemaKind.find(in: document)?.isAlone == true
  }

  /// Imports the schema of a document.
  ///
  /// Types without a counterpart become the closest type, with a warning on the column. Members
  /// that sink schemas do not support are listed in a note on the proposal.
  ///
  /// - Parameter document: The schema, or a document that contains one.
  /// - Returns: The proposed columns.
  /// - Throws: ``SchemaFileProblem`` if the document has no schema of a known kind.
  package static func proposal(of document: JSONDocument) throws(SchemaFileProblem)
    -> SchemaProposal
  {
    var proposal = try plainProposal(of: document)
    let duplicates = document.duplicateNames
    if !duplicates.isEmpty {
      proposal.diagnostics.append(
        Diagnostic(
          .warning,
          "duplicate members (only the first counts): "
            + duplicates.prefix(5).map(\.abbreviated).joined(separator: ", ")))
    }
    return proposal
  }

  private static func plainProposal(
    of document: JSONDocument
  ) throws(SchemaFileProblem) -> SchemaProposal {
    switch SchemaKind.find(in: document)?.kind {
    case .unusable(let message): throw SchemaFileProblem(message: message)
    case .plain(let index):
      var schema = PlainSchema(document)
      let columns = schema.columns(of: index)
      return SchemaProposal(
        source: "a schema file", columns: columns,
        diagnostics: schema.diagnostics + schema.notes.diagnostics)
    case .jsonSchema(let index):
      var schema = JSONSchema(document)
      guard let columns = schema.columns(of: index) else {
        throw SchemaFileProblem(message: "is a JSON Schema, but not of an object with properties")
      }
      return SchemaProposal(
        source: "a JSON Schema", columns: columns, diagnostics: schema.notes.diagnostics)
    case .iceberg(let index):
      var schema = IcebergSchema(document)
      let columns = schema.columns(of: index)
      return SchemaProposal(
        source: "an Iceberg schema", columns: columns, diagnostics: schema.notes.diagnostics)
    case .avro(let index):
      var schema = AvroSchema(document)
      let columns = schema.columns(of: index)
      return SchemaProposal(
        source: "an Avro schema", columns: columns, diagnostics: schema.notes.diagnostics)
    case nil:
      throw SchemaFileProblem(
        message: "has no schema; supported are a list of fields, a stream or sink, "
          + "a JSON Schema of an object, an Iceberg schema and an Avro record")
    }
  }
}
