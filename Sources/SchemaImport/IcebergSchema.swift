import SinkSpec

/// Imports an Iceberg schema (Iceberg table specification, "Schemas and Data Types" and
/// appendix C).
struct IcebergSchema {
  private let document: JSONDocument
  private(set) var notes = ImportNotes()

  private static let known: Set = ["id", "name", "required", "type"]

  init(_ document: JSONDocument) { self.document = document }

  mutating func columns(of list: JSONDocument.Index) -> [SchemaField] {
    fields(in: list, depth: 1)
  }

  private mutating func fields(in list: JSONDocument.Index?, depth: Int) -> [SchemaField] {
    list.map(document.elements)?.map { field($0, depth: depth) } ?? []
  }

  private mutating func field(_ index: JSONDocument.Index, depth: Int) -> SchemaField {
    notes.ignore(membersOf: index, in: document, except: Self.known)
    let name = document.text("name", of: index)
    let required = document.flag("required", of: index)
    return type(document.member("type", of: index), depth: depth)
      .column(name: name, required: required == true ? true : nil)
  }

  private mutating func type(_ index: JSONDocument.Index?, depth: Int) -> ImportedType {
    guard notes.admit(depth: depth) else { return .tooDeep }
    guard let index else { return ImportedType(nil) }
    if let name = document.string(index) { return primitive(name) }
    let name = document.text("type", of: index) ?? ""
    switch name {
    case "struct":
      return .object(fields(in: document.member("fields", of: index), depth: depth + 1))
    case "list":
      let isRequired = document.flag("element-required", of: index)
      let element = type(document.member("element", of: index), depth: depth + 1)
      return .list(of: element.column(name: nil, required: isRequired == true ? true : nil))
    case "": return .json("its type is \(document.kind(index).noun); imported as json")
    default: return primitive(name)
    }
  }

  private mutating func primitive(_ name: String) -> ImportedType {
    switch name.prefix(while: { $0 != "(" && $0 != "[" }) {
    case "string": return ImportedType(.string)
    case "boolean", "int", "long", "float", "double":
      return .equivalent(of: name, &notes)
    case "timestamp", "timestamptz", "timestamp_ns", "timestamptz_ns":
      if name != "timestamp" { notes.rename(name, to: "timestamp") }
      return ImportedType(.timestamp, unit: name.hasSuffix("_ns") ? "nanosecond" : "microsecond")
    case "binary": return ImportedType(.binary)
    case "fixed":
      return ImportedType(
        .binary, warning: "\(name.abbreviated) has no counterpart; any length is accepted")
    case "variant": return ImportedType(.json)
    default: return .nearest(to: name)
    }
  }
}
