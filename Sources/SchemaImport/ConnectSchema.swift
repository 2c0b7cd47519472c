import SinkSpec

/// Imports a Kafka Connect schema as its JSON converter writes it.
struct ConnectSchema {
  private let document: JSONDocument
  private(set) var notes = ImportNotes()

  private static let known: Set = [
    "type", "field", "optional", "name", "version", "fields", "items", "keys", "values",
  ]

  init(_ document: JSONDocument) { self.document = document }

  mutating func columns(of list: JSONDocument.Index) -> [SchemaField] {
    fields(in: list, depth: 1)
  }

  private mutating func fields(in list: JSONDocument.Index?, depth: Int) -> [SchemaField] {
    guard let list else { return [] }
    return document.elements(list).map { index in
      type(index, depth: depth).column(
        name: document.text("field", of: index), required: isOptional(index) ? nil : true)
    }
  }

  private func isOptional(_ index: JSONDocument.Index) -> Bool {
    document.flag("optional", of: index) == true
  }

  private mutating func type(_ index: JSONDocument.Index, depth: Int) -> ImportedType {
    guard notes.admit(depth: depth) else { return .tooDeep }
    notes.ignore(membersOf: index, in: document, except: Self.known)
    if let logical = document.text("name", of: index).flatMap(Self.logical) { return logical }
    switch document.text("type", of: index) ?? "" {
    case "struct":
      return .object(fields(in: document.member("fields", of: index), depth: depth + 1))
    case "array":
      guard let items = document.member("items", of: index) else { return ImportedType(.list) }
      let item = type(items, depth: depth + 1)
      return .list(of: item.column(name: nil, required: isOptional(items) ? nil : true))
    case let name: return primitive(name)
    }
  }

  private mutating func primitive(_ name: String) -> ImportedType {
    switch name {
    case "string", "int32", "int64", "float32", "float64": return ImportedType(ColumnType(name))
    case "boolean", "float", "double", "bytes":
      return .equivalent(of: name, &notes)
    default: return .nearest(to: name)
    }
  }

  /// Returns the type for the name of a logical type; nil for the name of another schema.
  private static func logical(_ name: String) -> ImportedType? {
    switch name {
    case "org.apache.kafka.connect.data.Timestamp", "io.debezium.time.Timestamp":
      ImportedType(.timestamp, unit: "millisecond")
    case "io.debezium.time.MicroTimestamp": ImportedType(.timestamp, unit: "microsecond")
    case "io.debezium.time.NanoTimestamp": ImportedType(.timestamp, unit: "nanosecond")
    case "io.debezium.time.ZonedTimestamp": ImportedType(.timestamp)
    case "org.apache.kafka.connect.data.Date", "io.debezium.time.Date":
      ImportedType(.int32, warning: "date has no counterpart; imported as days since 1970")
    case "org.apache.kafka.connect.data.Time", "io.debezium.time.Time":
      ImportedType(.int32, warning: "no equivalent type; imported as milliseconds since midnight")
    case "io.debezium.time.MicroTime", "io.debezium.time.NanoTime":
      ImportedType(.int64, warning: "time has no counterpart; imported as a number")
    case "org.apache.kafka.connect.data.Decimal":
      ImportedType(
        .json, warning: "a decimal arrives as base64, text or a number; imported as json")
    default: nil
    }
  }
}
