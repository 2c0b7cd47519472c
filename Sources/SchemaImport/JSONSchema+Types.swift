import SinkSpec

/// The columns for the types of JSON Schema.
extension JSONSchema {
  mutating func text(_ parts: JSONSchemaParts) -> ImportedType {
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

  mutating func integer(_ parts: JSONSchemaParts) -> ImportedType {
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

  mutating func object(_ parts: JSONSchemaParts, depth: Int) -> ImportedType {
    let properties = parts.members("properties")
    // An object with arbitrary members, or a map.
    guard !properties.isEmpty else { return .anyObject }
    let required = Set(parts.texts("required"))
    for name in required.subtracting(properties.map(\.name)) {
      notes.ignore("required \(name), which is not a property")
    }
    let fields = properties.map { name, schemas in
      let type = self.type(of: schemas, depth: depth + 1)
      // Up to draft 3, `required` is a member of the property itself.
      let isMarked = schemas.contains { schema in
        document.member("required", of: schema).map(document.kind) == .true
      }
      let isRequired = (required.contains(name) || isMarked) && !type.isNullable
      return type.column(name: name, required: isRequired ? true : nil)
    }
    return ImportedType.object(fields).adding(moreMembers(of: parts))
  }

  /// Returns a warning if a schema has members other than its properties.
  private func moreMembers(of parts: JSONSchemaParts) -> String? {
    func hasMembers(_ index: JSONDocument.Index) -> Bool {
      document.members(index).contains { _ in true }
    }
    if parts.values("patternProperties").contains(where: hasMembers) {
      return "members that match patternProperties have no column"
    }
    let others = parts.values("additionalProperties") + parts.values("unevaluatedProperties")
    return others.contains(where: hasMembers)
      ? "members described by additionalProperties have no column" : nil
  }

  mutating func list(_ parts: JSONSchemaParts, depth: Int) -> ImportedType {
    let items = parts.values("items")
    guard !parts.has("prefixItems"), !items.contains(where: { document.kind($0) == .array }) else {
      return .json("a tuple has no counterpart; imported as json")
    }
    guard !items.isEmpty else { return .list(of: SchemaField(name: nil, type: .json)) }
    return .list(of: type(of: items, depth: depth + 1).column(name: nil, required: nil))
  }
}
