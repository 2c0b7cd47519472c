import SinkSpec

/// Imports an Avro record (Avro specification 1.12, "Schema Declaration").
struct AvroSchema {
  private let document: JSONDocument
  private(set) var notes = ImportNotes()
  /// The definitions of named types by full name.
  private var named: [String: JSONDocument.Index] = [:]
  /// The enclosing records, to detect recursion.
  private var open: [String] = []

  init(_ document: JSONDocument) { self.document = document }

  mutating func columns(of record: JSONDocument.Index) -> FieldList {
    notes.ignore(
      membersOf: record, in: document, except: ["type", "name", "namespace", "fields"])
    let root = AvroNames(in: document)
    named = root.definitions
    return self.record(record, in: root.namespace(around: record), depth: 0).column.children
  }

  // MARK: Types

  private mutating func record(
    _ index: JSONDocument.Index, in namespace: String, depth: Int
  ) -> ImportedType {
    let name = AvroNames.fullName(of: index, in: namespace, document)
    guard !open.contains(name) || name.isEmpty else {
      return .json("\(name.abbreviated) is recursive; imported as json")
    }
    open.append(name)
    defer { open.removeLast() }
    guard let list = document.member("fields", of: index) else { return .object([]) }
    let inside = AvroNames.namespace(of: name)
    return .object(
      document.elements(list).map { field($0, in: inside, depth: depth + 1) })
  }

  private mutating func field(
    _ index: JSONDocument.Index, in namespace: String, depth: Int
  ) -> SchemaField {
    notes.ignore(membersOf: index, in: document, except: ["name", "type", "fields"])
    let type = type(document.member("type", of: index), in: namespace, depth: depth)
    return type.column(
      name: document.text("name", of: index), required: type.isNullable ? nil : true)
  }

  private mutating func type(
    _ index: JSONDocument.Index?, in namespace: String, depth: Int
  ) -> ImportedType {
    guard notes.admit(depth: depth) else { return .tooDeep }
    guard let index else { return ImportedType(nil) }
    switch document.kind(index) {
    case .string: return reference(document.string(index) ?? "", in: namespace, depth: depth)
    case .array: return union(index, in: namespace, depth: depth)
    case .object: return complex(index, in: namespace, depth: depth)
    default: return .json("its type is \(document.kind(index).noun); imported as json")
    }
  }

  private mutating func union(
    _ index: JSONDocument.Index, in namespace: String, depth: Int
  ) -> ImportedType {
    let types = document.elements(index).map { type($0, in: namespace, depth: depth + 1) }
    guard !types.isEmpty else { return .json("an empty union; imported as json") }
    return ImportedType.union(of: types)
  }

  private mutating func reference(
    _ name: String, in namespace: String, depth: Int
  ) -> ImportedType {
    if let primitive = primitive(name) { return primitive }
    let fullName = AvroNames.fullName(name, in: namespace)
    for name in [fullName, name] {
      guard let found = named[name] else { continue }
      return complex(found, in: AvroNames.namespace(of: name), depth: depth)
    }
    return .json("\(name.abbreviated) is not defined in this file; imported as json")
  }

  private mutating func primitive(_ name: String) -> ImportedType? {
    switch name {
    case "string": return ImportedType(.string)
    case "boolean", "int", "long", "float", "double", "bytes":
      return .equivalent(of: name, &notes)
    case "null": return .null(warning: "always null; imported as json")
    default: return nil
    }
  }

  private mutating func complex(
    _ index: JSONDocument.Index, in namespace: String, depth: Int
  ) -> ImportedType {
    if let logical = document.text("logicalType", of: index) {
      if let type = self.logical(logical) { return type }
      notes.ignore("logicalType \(logical)")
    }
    switch document.text("type", of: index) ?? "" {
    case "record", "error": return record(index, in: namespace, depth: depth)
    case "enum":
      notes.ignore("symbols")
      return ImportedType(.string)
    case "fixed":
      return ImportedType(.binary, warning: "fixed has no counterpart; any length is accepted")
    case "array":
      let items = type(document.member("items", of: index), in: namespace, depth: depth + 1)
      return .list(of: items.column(name: nil, required: items.isNullable ? nil : true))
    case "map": return .nearest(to: "map")
    // Types can be wrapped: {"type": {"type": …}}, or {"type": ["null", …]}.
    default: return type(document.member("type", of: index), in: namespace, depth: depth + 1)
    }
  }

  /// Returns the type for a logical type; nil if only the annotated type matters.
  private func logical(_ name: String) -> ImportedType? {
    switch name {
    case "timestamp-millis", "local-timestamp-millis":
      return ImportedType(.timestamp, unit: "millisecond")
    case "timestamp-micros", "local-timestamp-micros":
      return ImportedType(.timestamp, unit: "microsecond")
    case "timestamp-nanos", "local-timestamp-nanos":
      return ImportedType(.timestamp, unit: "nanosecond")
    case "date":
      return ImportedType(.int32, warning: "date has no counterpart; imported as days since 1970")
    case "time-millis":
      return ImportedType(.int32, warning: "time-millis has no counterpart; imported as a number")
    case "time-micros":
      return ImportedType(.int64, warning: "time-micros has no counterpart; imported as a number")
    case "decimal", "big-decimal": return TypeAliases.nearest(to: "decimal")
    case "uuid": return TypeAliases.nearest(to: "uuid")
    case "duration":
      return ImportedType(.binary, warning: "duration has no counterpart; imported as its 12 bytes")
    default: return nil
    }
  }
}
