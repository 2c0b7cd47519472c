import SinkSpec

/// Imports the JSON Schema of a record (all drafts, and OpenAPI's dialect), as far as it determines
/// columns.
///
/// A part that cannot be resolved never narrows a column silently: the column becomes json or gets
/// a warning.
struct JSONSchema {
  let document: JSONDocument
  var notes = ImportNotes()
  private var references: JSONSchemaReferences
  /// The enclosing schemas, to detect recursion.
  private var open: Set<JSONDocument.Index> = []

  /// Keywords that are imported, or have no meaning on their own.
  private static let known: Set = [
    "$schema", "$id", "id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$ref", "$dynamicRef",
    "$recursiveRef", "$defs", "definitions", "components", "type", "properties", "required",
    "items", "allOf", "extends", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas",
    "dependencies", "format", "contentEncoding", "nullable", "patternProperties",
    "additionalProperties", "unevaluatedProperties",
  ]

  init(_ document: JSONDocument) {
    self.document = document
    references = JSONSchemaReferences(in: document)
  }

  /// Returns the type of a whole event.
  mutating func root(_ schema: JSONDocument.Index) -> ImportedType {
    type(of: [schema], depth: 0)
  }

  /// Returns the type of a value.
  ///
  /// - Parameters:
  ///   - schemas: The schemas that all apply to the value.
  ///   - depth: The nesting depth; 0 for the event itself.
  ///   - applied: Schemas for the same value that the result already includes.
  /// - Returns: The type.
  mutating func type(
    of schemas: [JSONDocument.Index], depth: Int, applied: Set<JSONDocument.Index> = []
  ) -> ImportedType {
    guard notes.admit(depth: depth) else { return .tooDeep }
    if schemas.count == 1, document.kind(schemas[0]) != .object {
      return document.kind(schemas[0]) == .true
        ? .any : .json("the schema is \(document.kind(schemas[0]).noun); imported as json")
    }
    let parts = JSONSchemaParts(of: schemas, in: document, &references, except: applied)
    guard notes.admit(parts: parts.all.count) else { return .tooDeep }
    guard !parts.all.contains(where: open.contains) else {
      return .json("recursive schema; imported as json")
    }
    open.formUnion(parts.all)
    defer { open.subtract(parts.all) }
    for part in parts.objects { notes.ignore(part.names.filter { !Self.known.contains($0) }) }
    let alternatives = applied.union(parts.all)
    var type = combining(own(parts, depth: depth), with: parts, alternatives, depth: depth)
    if parts.values("nullable").contains(where: isTrue) { type.isNullable = true }
    return withoutLostPart(type, parts, isEvent: depth == 0)
  }

  /// Returns the type, adjusted if part of the schema could not be found.
  ///
  /// That part may define more members, which a struct would drop, so a nested struct becomes json.
  /// The event itself must remain a struct, with a warning.
  private func withoutLostPart(
    _ type: ImportedType, _ parts: JSONSchemaParts, isEvent: Bool
  ) -> ImportedType {
    guard let lost = parts.lost else { return type }
    if type.isAny { return .json(lost).nullable() }
    let isNarrowed = type.column.isStruct || type.column.item.contains(where: \.isStruct)
    return isNarrowed && !isEvent
      ? .json(lost).nullable(type.isNullable) : type.adding(lost)
  }

  // MARK: Alternatives

  /// Returns the type from the schema's own keywords and from its alternatives.
  private mutating func combining(
    _ own: ImportedType, with parts: JSONSchemaParts, _ applied: Set<JSONDocument.Index>,
    depth: Int
  ) -> ImportedType {
    var type = own
    for list in parts.values("anyOf") + parts.values("oneOf") {
      let branches = document.elements(list).map {
        self.type(of: [$0], depth: max(1, depth), applied: applied)
      }
      type = combining(type, withOneOf: branches, isEvent: depth == 0)
    }
    let conditional =
      parts.values("then") + parts.values("else")
      + ["dependentSchemas", "dependencies"].flatMap { parts.members($0) }.flatMap(\.values)
      .filter { document.kind($0) == .object }
    for schema in conditional {
      let branch = self.type(of: [schema], depth: max(1, depth), applied: applied)
      type = combining(type, withOneOf: [branch], isComplete: false, isEvent: depth == 0)
    }
    return type
  }

  /// Returns the type of values that match a schema and one of its branches.
  ///
  /// - Parameters:
  ///   - base: The type from the schema itself.
  ///   - branches: The types of the branches.
  ///   - isComplete: Whether every value matches one of the branches.
  ///   - isEvent: Whether the value is the event itself, which cannot become json.
  /// - Returns: The base, with the branches' members if they are objects.
  private func combining(
    _ base: ImportedType, withOneOf branches: [ImportedType], isComplete: Bool = true,
    isEvent: Bool
  ) -> ImportedType {
    let values = branches.filter { !$0.isNull }
    let structs = values.filter(\.column.isStruct)
    let areAllStructs = isComplete && !structs.isEmpty && structs.count == values.count
    let isOpen = base.isAny || base.isAnyObject
    if base.isAny, isComplete, !isEvent || structs.isEmpty {
      return ImportedType.union(of: branches).nullable(
        base.isNullable && !base.isAny || branches.contains(where: \.isNullable))
    }
    let isNullable =
      base.isNullable && (!isComplete || branches.contains { $0.isNullable || $0.isAny })
    guard !structs.isEmpty, base.column.isStruct || isOpen && (isEvent || areAllStructs) else {
      return base.nullable(isNullable)
    }
    var fields = ImportedType.merging(structs.map { Array($0.column.children) }, isEach: true)
    if !areAllStructs { fields = fields.map(\.asOptional) }
    let own = Array(base.column.children)
    var type = ImportedType.object(ImportedType.merging([own, fields], isEach: false))
    for warning in ([base] + values).flatMap(\.warnings) { type = type.adding(warning) }
    return type.nullable(isNullable)
  }

  // MARK: Types

  /// Returns the type that a schema's own keywords describe, without its alternatives.
  private mutating func own(_ parts: JSONSchemaParts, depth: Int) -> ImportedType {
    guard let kinds = kinds(parts) else {
      let names = parts.texts("type").joined(separator: ", ").abbreviated
      return .json("the parts of the schema contradict each other (\(names)); imported as json")
    }
    var types = kinds.subtracting(["null"]).sorted().map { type(parts, kind: $0, depth: depth) }
    // Draft 3 allows schemas among the types.
    for list in parts.values("type") where hasSchemas(list) {
      for element in document.elements(list) {
        types.append(
          document.string(element).map { type(parts, kind: $0, depth: depth) }
            ?? type(of: [element], depth: depth + 1))
      }
    }
    let enumerated = parts.values("enum").flatMap(document.elements) + parts.values("const")
    let allowsNull = kinds.contains("null") || parts.values("nullable").contains(where: isTrue)
    if types.isEmpty, kinds == ["null"] { return .null() }
    if types.isEmpty {
      let type = untyped(parts, enumerated, depth: depth)
      return type.isNull ? type : type.nullable(type.isNullable || allowsNull)
    }
    return ImportedType.union(of: types).nullable(allowsNull)
  }

  private func hasSchemas(_ list: JSONDocument.Index) -> Bool {
    document.elements(list).contains { document.kind($0) == .object }
  }

  private func isTrue(_ index: JSONDocument.Index) -> Bool { document.kind(index) == .true }

  /// Returns the types that all parts allow: empty if they allow any type, nil if they conflict.
  private func kinds(_ parts: JSONSchemaParts) -> Set<String>? {
    var kinds: Set<String>?
    for value in parts.values("type") {
      let names =
        document.string(value).map { [$0] } ?? document.elements(value).compactMap(document.string)
      guard !names.isEmpty, !names.contains("any"), !hasSchemas(value) else { continue }
      let own = Set(names)
      guard let known = kinds else {
        kinds = own
        continue
      }
      var both = known.intersection(own)
      // Every integer is a number.
      for (one, other) in [(known, own), (own, known)]
      where one.contains("integer") && other.contains("number") { both.insert("integer") }
      if both.isEmpty { return nil }
      kinds = both
    }
    // A type that allows both numbers and integers is a number.
    if kinds?.contains("number") == true { kinds?.remove("integer") }
    return kinds ?? []
  }

  private mutating func type(
    _ parts: JSONSchemaParts, kind: String, depth: Int
  ) -> ImportedType {
    switch kind {
    case "string": return text(parts)
    case "integer": return integer(parts)
    case "number":
      return ImportedType(parts.text("format") == "float" ? .float32 : .float64)
    case "boolean":
      notes.rename("boolean", to: "bool")
      return ImportedType(.bool)
    case "object": return object(parts, depth: depth)
    case "array": return list(parts, depth: depth)
    case "null": return .null()
    default: return .withoutCounterpart(kind)
    }
  }

  /// Infers a missing type from other keywords.
  private mutating func untyped(
    _ parts: JSONSchemaParts, _ values: [JSONDocument.Index], depth: Int
  ) -> ImportedType {
    let isObject = ["properties", "patternProperties"].contains(where: parts.has)
    if isObject { return object(parts, depth: depth) }
    if parts.has("items") || parts.has("prefixItems") { return list(parts, depth: depth) }
    guard !values.isEmpty else { return parts.text("format") == nil ? .any : text(parts) }
    let kinds = Set(values.map(document.kind))
    return enumerated(values, kinds.subtracting([.null])).nullable(kinds.contains(.null))
  }

  /// Returns the common type of enumerated values, ignoring null.
  private func enumerated(
    _ values: [JSONDocument.Index], _ kinds: Set<JSONDocument.Kind>
  ) -> ImportedType {
    switch kinds {
    case []: return .null()
    case [.string]: return ImportedType(.string)
    case [.true], [.false], [.true, .false]: return ImportedType(.bool)
    case [.number]:
      let areWhole = values.allSatisfy {
        document.kind($0) != .number || Int(document.literal($0)) != nil
      }
      return ImportedType(areWhole ? .int64 : .float64)
    default: return ImportedType(.json)
    }
  }
}

extension SchemaField {
  fileprivate var asOptional: SchemaField {
    var field = self
    let diagnostics = field.diagnostics
    field.required = .notSet
    field.diagnostics = diagnostics
    return field
  }
}
