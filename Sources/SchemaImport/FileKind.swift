package import SinkSpec

/// The kind of a file.
///
/// Everything that opens files relies on it: `--from`, the wizard's prompts and `infer`. The kind
/// depends on the contents, never on the name:
///
///     switch FileKind(of: bytes) {
///     case .schema(let source): try source.proposal()
///     …
///     }
package enum FileKind: Sendable {
  /// A Create Sink request, valid or not, and the schema in it.
  case payload(JSONDocument, schema: SchemaSource?)
  /// A sink as returned by the API, and the schema in it.
  case sink(JSONDocument, JSONDocument.Index, schema: SchemaSource?)
  /// A schema that determines columns.
  case schema(SchemaSource)
  /// Sample events or other records; the phrase follows the file's name.
  case events(String)
  /// A known kind that cannot be opened; the phrase follows the file's name.
  case unusable(String)
  /// JSON of an unknown kind.
  case unknown(JSONDocument)
  /// Text that is meant to be JSON, with a syntax error.
  case malformed(JSONSyntaxError)

  /// Determines the kind of a file from its contents.
  package init(of bytes: [UInt8]) {
    let text = FileEncoding.withoutByteOrderMark(bytes)
    if let encoding = FileEncoding(of: text) {
      self = .unusable(encoding.sentence)
      return
    }
    do throws(JSONSyntaxError) {
      self = JSONRecognition(try JSONDocument(parsing: text)).kind
    } catch {
      self = TextFormat.kind(of: text, after: error) ?? .malformed(error)
    }
  }

  /// Determines the kind of a document.
  package init(of document: JSONDocument) { self = JSONRecognition(document).kind }

  /// The reason the file cannot be opened and what to do instead; nil if it can be opened.
  package var refusal: String? {
    switch self {
    case .unusable(let sentence): sentence
    case .events(let sentence):
      "\(sentence); infer columns from it: sinkwizard infer, Alt-E, or /sample in line mode"
    case .payload, .sink, .schema, .unknown, .malformed: nil
    }
  }

  /// Imports the columns of the file's schema.
  ///
  /// - Returns: The proposed columns.
  /// - Throws: ``SchemaFileProblem`` if the file has no schema, or its schema has no columns.
  package func proposal() throws(SchemaFileProblem) -> SchemaProposal {
    if let schema { return try schema.proposal() }
    throw SchemaFileProblem(
      message: refusal
        ?? "has no schema; expected a list of fields, a stream or sink, JSON Schema, OpenAPI, "
        + "Avro, Iceberg, BigQuery, Spark, Kafka Connect, Glue, or a schema registry's response")
  }

  /// The title of a file that is not sample events, such as `an Avro schema`; nil if it may be
  /// events.
  package var titleOfOther: String? {
    switch self {
    case .schema(let source): source.name
    case .sink: "a sink"
    case .payload(let document, _):
      JSONObjectView(document, .root).isPayloadForCertain ? "a sink's payload" : nil
    case .events, .unusable, .unknown, .malformed: nil
    }
  }

  /// The schema, either the whole file or part of a sink.
  package var schema: SchemaSource? {
    switch self {
    case .payload(_, let schema), .sink(_, _, let schema): schema
    case .schema(let schema): schema
    case .events, .unusable, .unknown, .malformed: nil
    }
  }
}
