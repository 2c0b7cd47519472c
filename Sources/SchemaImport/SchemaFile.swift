package import SinkSpec

/// Files that hold a schema: what they are, and the columns that they propose.
package enum SchemaFile {
  /// Whether a document is a schema and nothing more, as against a sink that has one.
  package static func isSchema(_ document: JSONDocument) -> Bool {
    SchemaKind.find(in: document)?.isAlone == true
  }

  /// Reads the schema that a document is or has.
  ///
  /// What has no counterpart becomes the nearest type, with a warning at the column; what a sink's
  /// schema has no place for is told in a note on the whole.
  /// - Throws: ``SchemaFileProblem`` when there is no schema of a kind that is known.
  package static func proposal(of document: JSONDocument) throws(SchemaFileProblem)
    -> SchemaProposal
  {
    var proposal = try plainProposal(of: document)
    let twice = document.namesGivenTwice
    if !twice.isEmpty {
      proposal.diagnostics.append(
        Diagnostic(
          .warning,
          "given twice in one object, of which the first counts: "
            + twice.prefix(5).map(\.abbreviated).joined(separator: ", ")))
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
        throw SchemaFileProblem(message: "is a JSON Schema, but of no object with properties")
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
        message: "holds no schema: a list of fields, a stream or sink, a JSON Schema of an object, "
          + "an Iceberg schema and an Avro record are known")
    }
  }
}
