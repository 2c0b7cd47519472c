import SinkSpec

/// Imports a BigQuery schema: a list of fields with modes.
struct BigQuerySchema {
  private let document: JSONDocument
  private(set) var notes = ImportNotes()

  private static let known: Set = ["name", "type", "mode", "fields"]

  init(_ document: JSONDocument) { self.document = document }

  mutating func columns(of list: JSONDocument.Index) -> [SchemaField] {
    columns(of: list, depth: 1)
  }

  private mutating func columns(of list: JSONDocument.Index, depth: Int) -> [SchemaField] {
    document.elements(list).filter { document.kind($0) == .object }
      .map { column($0, depth: depth) }
  }

  private mutating func column(_ index: JSONDocument.Index, depth: Int) -> SchemaField {
    notes.ignore(membersOf: index, in: document, except: Self.known)
    let name = document.text("name", of: index)
    let type = type(of: index, depth: depth)
    switch document.text("mode", of: index)?.uppercased() {
    case "REPEATED":
      return ImportedType.list(of: type.column(name: nil, required: nil))
        .column(name: name, required: nil)
    case "REQUIRED": return type.column(name: name, required: true)
    case nil, "NULLABLE", "": return type.column(name: name, required: nil)
    case let mode?:
      return type.adding("unknown mode \(mode.abbreviated)").column(name: name, required: nil)
    }
  }

  private mutating func type(of index: JSONDocument.Index, depth: Int) -> ImportedType {
    guard notes.admit(depth: depth) else { return .tooDeep }
    guard let name = document.text("type", of: index) else { return ImportedType(nil) }
    switch name.uppercased().prefix(while: { $0 != "(" && $0 != "<" }) {
    case "STRING": return renamed(name, .string)
    case "BYTES": return renamed(name, .binary)
    case "INTEGER", "INT64", "INT", "SMALLINT", "BIGINT", "TINYINT", "BYTEINT":
      return renamed(name, .int64)
    case "FLOAT", "FLOAT64": return renamed(name, .float64)
    case "BOOLEAN", "BOOL": return renamed(name, .bool)
    case "TIMESTAMP":
      notes.rename(name, to: "timestamp")
      return ImportedType(.timestamp, unit: "microsecond")
    case "JSON": return renamed(name, .json)
    case "RECORD", "STRUCT":
      guard let list = document.member("fields", of: index) else {
        return .json("\(name) without fields; imported as json")
      }
      return .object(columns(of: list, depth: depth + 1))
    case "NUMERIC", "BIGNUMERIC", "DECIMAL", "BIGDECIMAL":
      return TypeAliases.nearest(to: "decimal", as: name) ?? ImportedType(.float64)
    case "DATE", "TIME", "DATETIME", "GEOGRAPHY", "INTERVAL":
      return ImportedType(.string, warning: "\(name) has no counterpart; imported as text")
    default: return .withoutCounterpart(name)
    }
  }

  private mutating func renamed(_ name: String, _ type: ColumnType) -> ImportedType {
    notes.rename(name, to: type.name)
    return ImportedType(type)
  }
}
