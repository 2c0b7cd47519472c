import SinkSpec

/// Imports a Spark `StructType` in JSON form, which Delta tables store as their `schemaString`.
struct SparkSchema {
  private let document: JSONDocument
  private(set) var notes = ImportNotes()

  private static let known: Set = ["name", "type", "nullable", "metadata"]

  init(_ document: JSONDocument) { self.document = document }

  mutating func columns(of list: JSONDocument.Index) -> [SchemaField] {
    fields(in: list, depth: 1)
  }

  private mutating func fields(in list: JSONDocument.Index?, depth: Int) -> [SchemaField] {
    guard let list else { return [] }
    return document.elements(list).map { index in
      notes.ignore(membersOf: index, in: document, except: Self.known)
      let type = type(document.member("type", of: index), depth: depth)
      let isRequired = document.flag("nullable", of: index) == false
      return type.column(
        name: document.text("name", of: index),
        required: isRequired ? true : nil)
    }
  }

  private mutating func type(_ index: JSONDocument.Index?, depth: Int) -> ImportedType {
    guard notes.admit(depth: depth) else { return .tooDeep }
    guard let index else { return ImportedType(nil) }
    if let name = document.string(index) { return primitive(name) }
    switch document.text("type", of: index) ?? "" {
    case "struct":
      return .object(fields(in: document.member("fields", of: index), depth: depth + 1))
    case "array":
      let item = type(document.member("elementType", of: index), depth: depth + 1)
      let isRequired = document.flag("containsNull", of: index) == false
      return .list(of: item.column(name: nil, required: isRequired ? true : nil))
    case "udt":
      return type(document.member("sqlType", of: index), depth: depth + 1)
        .adding("a user-defined type; imported as its SQL type")
    case "map": return .nearest(to: "map")
    case let name: return .withoutCounterpart(name)
    }
  }

  private mutating func primitive(_ name: String) -> ImportedType {
    switch name.prefix(while: { $0 != "(" }) {
    case "string", "char", "varchar": return ImportedType(.string)
    case "timestamp", "timestamp_ntz", "timestamp_ltz":
      return ImportedType(.timestamp, unit: "microsecond")
    case "integer", "int", "long", "bigint", "float", "double", "boolean", "binary":
      return .equivalent(of: name, &notes)
    case "short", "byte": return TypeAliases.nearest(to: "int16", as: name) ?? ImportedType(.int32)
    case "variant": return ImportedType(.json)
    case "void", "null": return .null(warning: "always null; imported as json")
    default: return .nearest(to: name)
    }
  }
}
