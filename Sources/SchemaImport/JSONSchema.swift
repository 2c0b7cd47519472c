import SinkSpec

/// Imports the JSON Schema of a record (drafts 4 to 2020-12, and OpenAPI's dialect), as far as it
/// determines columns.
struct JSONSchema {
  private let document: JSONDocument
  private(set) var notes = ImportNotes()
  private var references: [String: JSONDocument.Index?] = [:]
  /// The enclosing schemas, to detect recursion.
  private var open: [JSONDocument.Index] = []

  /// Keywords that are imported, or have no meaning on their own.
  private static let known: Set = [
    "$schema", "$id", "id", "$ref", "$defs", "definitions", "components", "type", "properties",
    "required", "items", "allOf", "anyOf", "oneOf", "format", "contentEncoding", "nullable",
  ]

  init(_ document: JSONDocument) { self.document = document }

  /// Returns the columns of a record; nil if the schema is not of an object with properties.
  mutating func columns(of schema: JSONDocument.Index) -> FieldList? {
    let column = type(of: schema, depth: 0).column
    // In the schema of an array of records, the items are the records.
    let fields = column.item.first?.children ?? column.children
    return fields.isEmpty ? nil : fields
  }

  private mutating func type(of schema: JSONDocument.Index, depth: Int) -> ImportedType {
    guard notes.admit(depth: depth) else { return .tooDeep }
    guard document.kind(schema) == .object else {
      return document.kind(schema) == .true
        ? ImportedType(.json)
        : .json("the schema is \(document.kind(schema).noun); imported as json")
    }
    var parts = JSONSchemaParts(of: schema, in: document, references: &references)
    let branches = (parts.values("anyOf") + parts.values("oneOf")).flatMap(document.elements)
    let others = branches.filter { !isNull($0) }
    if others.count == 1 {
      parts.add(JSONSchemaParts(of: others[0], in: document, references: &references))
    }
    guard !parts.all.contains(where: open.contains) else {
      return .json("recursive schema; imported as json")
    }
    open += parts.all
    defer { open.removeLast(parts.all.count) }
    var type = self.type(of: parts, branches: others, depth: depth)
    if others.count < branches.count || parts.values("nullable").contains(where: isTrue) {
      type.isNullable = true
    }
    if let lost = parts.lost, type.warning == nil {
      type.warning = "refers to \(lost.abbreviated), which is not in this file"
    }
    return type
  }

  private func isTrue(_ index: JSONDocument.Index) -> Bool { document.kind(index) == .true }

  /// Returns whether a schema allows only null.
  private func isNull(_ schema: JSONDocument.Index) -> Bool {
    document.member("type", of: schema).flatMap(document.string) == "null"
  }

  /// Returns the common type of several branches.
  private mutating func common(_ branches: [JSONDocument.Index], depth: Int) -> ImportedType {
    let types = branches.map { self.type(of: $0, depth: depth + 1) }
    let names = Set(types.map(\.column.type))
    let isOne =
      names.count == 1
      && types.allSatisfy { $0.column.children.isEmpty && $0.column.item.isEmpty }
    var type =
      isOne
      ? types[0] : .json("a union of \(branches.count) types has no counterpart; imported as json")
    type.isNullable = types.contains(where: \.isNullable)
    return type
  }

  private mutating func type(
    of parts: JSONSchemaParts, branches: [JSONDocument.Index], depth: Int
  ) -> ImportedType {
    let hasProperties = !parts.values("properties").isEmpty
    guard branches.count < 2 || hasProperties else { return common(branches, depth: depth) }
    if branches.count > 1 { notes.ignore("anyOf or oneOf next to properties") }
    for part in parts.all { notes.ignore(membersOf: part, in: document, except: Self.known) }
    let names = parts.texts("type")
    let kinds = Set(names).subtracting(["null"])
    var type = self.type(of: parts, kinds: kinds, depth: depth)
    type.isNullable = names.contains("null")
    return type
  }

  private mutating func type(
    of parts: JSONSchemaParts, kinds: Set<String>, depth: Int
  ) -> ImportedType {
    switch kinds {
    case []: return untyped(parts, depth: depth)
    case ["string"]: return text(parts)
    case ["integer"]: return integer(parts)
    case ["number"], ["integer", "number"]:
      return ImportedType(parts.text("format") == "float" ? .float32 : .float64)
    case ["boolean"]:
      notes.rename("boolean", to: "bool")
      return ImportedType(.bool)
    case ["object"]: return object(parts, depth: depth)
    case ["array"]: return list(parts, depth: depth)
    default:
      let names = kinds.sorted().joined(separator: " or ").abbreviated
      return .json("\(names) has no counterpart; imported as json")
    }
  }

  /// Infers a missing type from other keywords.
  private mutating func untyped(_ parts: JSONSchemaParts, depth: Int) -> ImportedType {
    if !parts.values("properties").isEmpty { return object(parts, depth: depth) }
    if !parts.values("items").isEmpty { return list(parts, depth: depth) }
    let values = parts.values("enum").flatMap(document.elements) + parts.values("const")
    let kinds = Set(values.map(document.kind))
    switch kinds {
    case [.string]: return ImportedType(.string)
    case [.true], [.false], [.true, .false]: return ImportedType(.bool)
    case [.number]:
      let areWhole = values.allSatisfy { Int(document.literal($0)) != nil }
      return ImportedType(areWhole ? .int64 : .float64)
    default: return parts.text("format") == nil ? ImportedType(.json) : text(parts)
    }
  }

  private mutating func text(_ parts: JSONSchemaParts) -> ImportedType {
    if parts.text("contentEncoding")?.lowercased() == "base64" { return ImportedType(.binary) }
    switch parts.text("format") {
    case nil: return ImportedType(.string)
    case "date-time": return ImportedType(.timestamp)
    case "byte", "binary": return ImportedType(.binary)
    case let format?:
      notes.ignore("format \(format)")
      return ImportedType(.string)
    }
  }

  private mutating func integer(_ parts: JSONSchemaParts) -> ImportedType {
    switch parts.text("format") {
    case "int32": return ImportedType(.int32)
    case "uint64": return TypeAliases.nearest(to: "uint64") ?? ImportedType(.int64)
    default: break
    }
    let isBeyond = (parts.values("maximum") + parts.values("exclusiveMaximum")).contains {
      Double(document.literal($0)).map { $0 >= 0x1p63 } == true
    }
    if isBeyond { return TypeAliases.nearest(to: "uint64") ?? ImportedType(.int64) }
    let low = parts.integer("minimum") ?? parts.integer("exclusiveMinimum")
    let high = parts.integer("maximum") ?? parts.integer("exclusiveMaximum")
    guard let low, let high, low >= Int(Int32.min), high <= Int(Int32.max) else {
      return ImportedType(.int64)
    }
    return ImportedType(.int32)
  }

  private mutating func object(_ parts: JSONSchemaParts, depth: Int) -> ImportedType {
    let properties = parts.members("properties")
    // An object with arbitrary members, or a map.
    guard !properties.isEmpty else { return ImportedType(.json) }
    let required = Set(parts.texts("required"))
    let missing = required.subtracting(properties.map(\.name))
    for name in missing { notes.ignore("required \(name), which is not a property") }
    for name in parts.duplicateNames("properties") {
      notes.ignore("additional definitions of \(name)")
    }
    return .object(
      properties.map { name, schema in
        let type = self.type(of: schema, depth: depth + 1)
        let isRequired = required.contains(name) && !type.isNullable
        return type.column(name: name, required: isRequired ? true : nil)
      })
  }

  private mutating func list(_ parts: JSONSchemaParts, depth: Int) -> ImportedType {
    guard parts.values("prefixItems").isEmpty, let items = parts.values("items").first,
      document.kind(items) != .array
    else {
      let isAny = parts.values("prefixItems").isEmpty && parts.values("items").isEmpty
      return isAny
        ? .list(of: SchemaField(name: nil, type: .json))
        : .json("a tuple has no counterpart; imported as json")
    }
    return .list(of: type(of: items, depth: depth + 1).column(name: nil, required: nil))
  }
}
