import SinkSpec

/// Recognizes the kind of a JSON document by the members of its values.
struct JSONRecognition {
  let document: JSONDocument
  /// The number of documents around this one, each of which contains the next as text.
  private let depth: Int
  private static let depthLimit = 8

  init(_ document: JSONDocument, depth: Int = 0) {
    self.document = document
    self.depth = depth
  }

  var kind: FileKind { kind(of: .root) }

  /// Returns the kind of a value: the document, or the value in a response.
  func kind(of index: JSONDocument.Index) -> FileKind {
    switch document.kind(index) {
    case .array: return kind(ofList: index)
    case .string:
      return AvroTypeName.isPrimitive(document.string(index) ?? "")
        ? .unusable("is an Avro type, but the columns come from a record") : .unknown(document)
    case .object: return kind(ofObject: index)
    default: return .unknown(document)
    }
  }

  private func kind(ofObject index: JSONDocument.Index) -> FileKind {
    let object = JSONObjectView(document, index)
    return response(object) ?? schema(object) ?? resource(object) ?? events(object)
      ?? payload(object)
  }

  // MARK: Responses

  /// Recognizes an API response and the kind of its result.
  private func response(_ object: JSONObjectView) -> FileKind? {
    guard let result = object["result"], object.has(any: ["success", "errors", "result_info"])
    else { return errorResponse(object) }
    guard object.flag("success") != false, document.kind(result) != .null else {
      return errorResponse(object) ?? .unusable("is an API response without a result")
    }
    if document.kind(result) == .array, !document.elements(result).contains(where: { _ in true }) {
      return .unusable("is an API response with an empty list")
    }
    return kind(of: result)
  }

  private func errorResponse(_ object: JSONObjectView) -> FileKind? {
    if object.count == 2, let code = object.literal("error_code"),
      let message = object.text("message")
    {
      return .unusable("is an error response: \(code) \(message.abbreviated)")
    }
    guard object.flag("success") == false, object.isArray("errors") else { return nil }
    let first = object["errors"].flatMap { document.elements($0).first { _ in true } }
    let error = first.map { JSONObjectView(document, $0) }
    let message = error?.text("message") ?? "no message"
    let code = error?.literal("code").map { "\($0) " } ?? ""
    return .unusable("is an API error response: \(code)\(String(message.prefix(200)))")
  }

  // MARK: Lists

  private func kind(ofList index: JSONDocument.Index) -> FileKind {
    let elements = Array(document.elements(index))
    if elements.isEmpty { return .unknown(document) }
    // A list may have a million events; the first few determine its kind.
    guard elements.count <= Self.smallList else {
      let dialect = FieldDialect.of(index, in: document, isAlone: true)
      return dialect.map { found($0, index) } ?? Self.sampleEvents
    }
    if let avro = avro(ofList: elements) { return avro }
    let objects = elements.map { JSONObjectView(document, $0) }
    if objects.allSatisfy(\.isResource) { return kind(ofResources: objects) }
    guard
      elements.allSatisfy({ document.kind($0) == .object }) || objects.contains(where: \.isField)
    else {
      return elements.contains { document.kind($0) == .object }
        ? Self.sampleEvents : .unknown(document)
    }
    if let dialect = FieldDialect.of(index, in: document, isAlone: true) {
      return .schema(SchemaSource(format: dialect, document: document, index: index))
    }
    return Self.sampleEvents
  }

  /// The maximum number of elements in a list of sinks, streams or Avro types.
  private static let smallList = 2000

  static let sampleEvents = FileKind.events("has no schema; it looks like sample events")

  /// Recognizes a list of sinks or streams.
  private func kind(ofResources objects: [JSONObjectView]) -> FileKind {
    guard objects.count > 1 else { return kind(of: objects[0].index) }
    let names = objects.prefix(6).map { $0.text("name")?.abbreviated ?? "without a name" }
    let more = objects.count > 6 ? ", …" : ""
    let areSinks = objects.allSatisfy(\.isSink)
    let noun =
      areSinks ? "sinks" : objects.contains(where: \.isSink) ? "sinks and streams" : "streams"
    let way =
      areSinks
      ? "keep only one, for example with sinkwizard sinks get NAME"
      : "keep only one, for example with wrangler pipelines streams get ID --json"
    return .unusable(
      "has \(objects.count) \(noun) (\(names.joined(separator: ", "))\(more)); \(way)")
  }

  private func avro(ofList elements: [JSONDocument.Index]) -> FileKind? {
    let types = elements.map { element in
      document.string(element).map { _ in "name" }
        ?? JSONObjectView(document, element).avroType ?? ""
    }
    guard types.allSatisfy({ !$0.isEmpty }), types.contains(where: { $0 != "name" }) else {
      let areNames = elements.allSatisfy {
        AvroTypeName.isPrimitive(document.string($0) ?? "")
      }
      return areNames
        ? .unusable("is an Avro union without a record; the columns come from a record") : nil
    }
    return avroRecord(among: elements, of: "an Avro union")
  }

  /// Returns the root of several records: the only one that no other record references.
  func avroRecord(among elements: [JSONDocument.Index], of title: String) -> FileKind {
    let records = elements.filter { JSONObjectView(document, $0).text("type") == "record" }
    let names = AvroNames(in: document)
    let roots = records.count > 1 ? names.unreferenced(among: records) : records
    if records.isEmpty {
      return .unusable("is \(title) without a record; the columns come from a record")
    }
    guard roots.count == 1 else {
      let names = records.prefix(6).compactMap { JSONObjectView(document, $0).text("name") }
      return .unusable(
        "has \(records.count) Avro records (\(names.joined(separator: ", "))); "
          + "keep only the one for the sink")
    }
    let name = JSONObjectView(document, roots[0]).text("name") ?? ""
    let notes =
      records.count > 1
      ? ["the columns come from \(name), one of \(records.count) records"] : []
    return .schema(SchemaSource(format: .avro, document: document, index: roots[0], notes: notes))
  }

  // MARK: Resources

  /// Recognizes a sink, stream or pipeline of the API.
  private func resource(_ object: JSONObjectView) -> FileKind? {
    if object.isSink, object.has("created_at") {
      return .sink(document, object.index, schema: schemaInside(object))
    }
    if object.isStream {
      if let schema = schemaInside(object) { return .schema(schema) }
      return .schema(
        SchemaSource(
          format: .unstructured, document: document, index: object.index,
          notes: ["the stream has no schema, so each event is one value"]))
    }
    if object.has("sql"), object.has("name"), object.has(any: ["tables", "created_at"]) {
      return .unusable("is a pipeline, which has no schema; use its stream or its sink")
    }
    return nil
  }

  /// Returns the schema in the `schema` member of a payload, sink or stream.
  func schemaInside(_ object: JSONObjectView) -> SchemaSource? {
    guard let schema = object["schema"] else { return nil }
    let list = JSONObjectView(document, schema)["fields"] ?? schema
    guard document.kind(list) == .array, document.elements(list).contains(where: { _ in true })
    else { return nil }
    let dialect = FieldDialect.of(list, in: document, isAlone: false) ?? .fields
    return SchemaSource(format: dialect, document: document, index: list)
  }

  // MARK: Payloads and events

  private func events(_ object: JSONObjectView) -> FileKind? {
    for (member, title) in [
      ("resourceLogs", "logs"), ("resourceSpans", "spans"), ("resourceMetrics", "metrics"),
    ] where object[member].map(document.kind) == .array {
      return .events("is an OpenTelemetry (OTLP) message with \(title)")
    }
    return object.looksLikePayload ? nil : Self.sampleEvents
  }

  private func payload(_ object: JSONObjectView) -> FileKind {
    object.index == .root
      ? .payload(document, schema: schemaInside(object))
      : .sink(document, object.index, schema: schemaInside(object))
  }

  /// Recognizes JSON text in a member, such as the schema in a schema registry's response.
  func nested(_ text: String) -> FileKind? {
    guard depth < Self.depthLimit else { return nil }
    do throws(JSONSyntaxError) {
      return JSONRecognition(try JSONDocument(parsing: Array(text.utf8)), depth: depth + 1).kind
    } catch {
      return .unusable("has a schema whose text is not JSON")
    }
  }
}
