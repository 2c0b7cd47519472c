import SinkSpec

/// The members of an object, which reveal its kind.
struct JSONObjectView {
  let document: JSONDocument
  let index: JSONDocument.Index
  private let members: [String: JSONDocument.Index]

  init(_ document: JSONDocument, _ index: JSONDocument.Index) {
    self.document = document
    self.index = index
    members = Dictionary(
      document.members(index).compactMap { member in
        document.string(member.name).map { ($0, member.value) }
      }, uniquingKeysWith: { first, _ in first })
  }

  subscript(name: String) -> JSONDocument.Index? { members[name] }
  var names: some Collection<String> { members.keys }
  var count: Int { members.count }

  func has(_ name: String) -> Bool { members[name] != nil }
  func has(any names: [String]) -> Bool { names.contains(where: has) }
  func text(_ name: String) -> String? { members[name].flatMap(document.string) }
  func flag(_ name: String) -> Bool? { members[name].flatMap(document.bool) }
  func literal(_ name: String) -> String? { members[name].map(document.literal) }
  func isObject(_ name: String) -> Bool { members[name].map(document.kind) == .object }
  func isArray(_ name: String) -> Bool { members[name].map(document.kind) == .array }

  /// Returns the view of a member that is an object; nil for other members.
  func object(_ name: String) -> JSONObjectView? {
    guard let value = members[name], document.kind(value) == .object else { return nil }
    return JSONObjectView(document, value)
  }

  /// Returns the elements of a member that is an array; empty for other members.
  func elements(_ name: String) -> [JSONDocument.Index] {
    members[name].map { Array(document.elements($0)) } ?? []
  }

  // MARK: Resources of the API

  private var sinkType: String? { text("type")?.lowercased() }

  /// Whether the type, or the configuration, is that of a sink.
  var isSink: Bool {
    let members = SinkDescription.request.members
    let types = members.first { $0.name == "type" }?.choices.map(\.value) ?? []
    if (types + ["r2-data-catalog", "basin_catalog"]).contains(sinkType ?? "") { return true }
    let known = members.first { $0.name == "config" }?.members ?? []
    return object("config").map { config in known.contains { config.has($0.name) } } == true
  }

  /// Whether the object is certainly a payload: it has members that an event would not have.
  var isPayloadForCertain: Bool { isSink && isObject("config") && text("type") != nil }

  /// Whether the object is a stream as returned by the API.
  ///
  /// Events may have some of the same members, so several must match.
  var isStream: Bool {
    if has("config") || isSink || text("name") == nil { return false }
    let hasSchema = object("schema")?.isArray("fields") == true || has("schema") && has("version")
    return isObject("worker_binding") || object("http")?.has("enabled") == true
      || text("endpoint")?.hasPrefix("http") == true
        && has(any: ["version", "schema", "created_at"])
      || has("created_at") && (hasSchema || has("id") && has("version") && has("modified_at"))
  }

  var isResource: Bool { isSink && has("name") || isStream }

  /// Whether the object is an element of a list of fields.
  var isField: Bool { has("type") && has(any: ["name", "field"]) }

  /// Whether the object is probably a request rather than an event.
  var looksLikePayload: Bool {
    if count == 0 || isSink { return true }
    let format = object("format")?.text("type")
    if ["json", "parquet"].contains(format) { return true }
    if isObject("schema") { return true }
    let known = SinkDescription.request.members.map(\.name) + ["account_id", "$schema"]
    let own = names.count { known.contains($0) }
    return own > 0 && own * 2 >= count
  }

  // MARK: Avro

  /// The Avro type of a definition; nil if it is not one.
  var avroType: String? {
    switch text("type") {
    case "record", "error": isArray("fields") ? text("type") : nil
    case "enum": isArray("symbols") ? "enum" : nil
    case "fixed": has("size") && has("name") ? "fixed" : nil
    case "map": has("values") && !has("keys") ? "map" : nil
    case "array": items.map(isAvro) == true ? "array" : nil
    case let name?: has("logicalType") && AvroTypeName.isPrimitive(name) ? name : nil
    case nil: nil
    }
  }

  private var items: JSONDocument.Index? { members["items"] }

  private func isAvro(_ index: JSONDocument.Index) -> Bool {
    switch document.kind(index) {
    case .string: true
    case .array: document.elements(index).allSatisfy(isAvro)
    case .object: JSONObjectView(document, index).avroType != nil
    default: false
    }
  }
}

/// The names of Avro's primitive types.
enum AvroTypeName {
  static func isPrimitive(_ name: String) -> Bool {
    ["null", "boolean", "int", "long", "float", "double", "bytes", "string"].contains(name)
  }
}
