import SinkSpec

/// Recognition of JSON Schemas, and of documents that define several.
extension JSONRecognition {
  /// Recognizes OpenAPI and AsyncAPI documents, and JSON Schemas that contain only definitions.
  func definitions(_ object: JSONObjectView) -> FileKind? {
    let components = object.object("components")?.object("schemas")
    for (member, title) in [
      ("openapi", "an OpenAPI document"), ("swagger", "an OpenAPI document"),
      ("asyncapi", "an AsyncAPI document"),
    ] where object.text(member) != nil {
      if let components { return chosen(components, at: "components/schemas", title) }
      if let definitions = object.object("definitions") {
        return chosen(definitions, at: "definitions", title)
      }
      return .unusable("is \(title) without schemas")
    }
    let own = ["type", "properties", "$ref", "allOf", "anyOf", "oneOf", "items", "enum", "const"]
    guard !object.has(any: own), object.names.allSatisfy(Self.keywords.contains) else { return nil }
    for name in ["$defs", "definitions"] {
      if let definitions = object.object(name) {
        return chosen(definitions, at: name, "a JSON Schema")
      }
    }
    return components.flatMap { chosen($0, at: "components/schemas", "an OpenAPI document") }
  }

  /// Returns the root of several schemas: the only one that no other schema references.
  private func chosen(
    _ definitions: JSONObjectView, at path: String, _ title: String
  ) -> FileKind {
    let all = document.members(definitions.index).compactMap { member in
      document.string(member.name).map { (name: $0, index: member.value) }
    }
    let objects = all.filter { definition in
      let view = JSONObjectView(document, definition.index)
      return view.isObject("properties") || view.has(any: ["allOf", "oneOf", "anyOf"])
    }
    let roots = objects.count > 1 ? unreferenced(objects, among: all) : objects
    if roots.count == 1 {
      let note =
        objects.count > 1
        ? "the columns come from \(roots[0].name), one of \(objects.count) schemas" : nil
      return found(.jsonSchema, roots[0].index, note: note)
    }
    guard let first = (roots.first ?? objects.first)?.name else {
      return .unusable("is \(title) without an object schema")
    }
    let names = objects.prefix(6).map(\.name.abbreviated).joined(separator: ", ")
    let top = path.prefix { $0 != "/" }
    let member = top.hasPrefix("$") ? "\"\(top)\": .\"\(top)\"" : String(top)
    return .unusable(
      "is \(title) with \(objects.count) schemas (\(names)\(objects.count > 6 ? ", …" : "")); "
        + "choose one: jq '{\"$ref\": \"#/\(path)/\(first)\", \(member)}' FILE")
  }

  /// Returns the schemas that no other schema references.
  private func unreferenced(
    _ objects: [(name: String, index: JSONDocument.Index)],
    among all: [(name: String, index: JSONDocument.Index)]
  ) -> [(name: String, index: JSONDocument.Index)] {
    var referenced = Set<String>()
    for definition in all {
      var rest = [definition.index]
      while let index = rest.popLast() {
        rest += document.elements(index)
        for member in document.members(index) {
          rest.append(member.value)
          guard document.string(member.name) == "$ref", let text = document.string(member.value),
            let name = text.split(separator: "/").last.map(String.init), name != definition.name
          else { continue }
          referenced.insert(name)
        }
      }
    }
    return objects.filter { !referenced.contains($0.name) }
  }

  // MARK: JSON Schema

  func jsonSchema(_ object: JSONObjectView) -> FileKind? {
    if object.isObject("optionalProperties"),
      object.has(any: ["properties", "definitions"])
        || object.count == 1
    {
      return .unusable("is a JSON Type Definition (RFC 8927), which is not supported")
    }
    return isJSONSchema(object) ? found(.jsonSchema, object.index) : nil
  }

  private func isJSONSchema(_ object: JSONObjectView) -> Bool {
    if object.text("$schema")?.contains("json-schema.org") == true { return true }
    guard hasSchemaType(object) else { return false }
    let isAllKeywords = object.names.allSatisfy { Self.keywords.contains($0) || $0.hasPrefix("x-") }
    let type = object.text("type")
    if let properties = object.object("properties") {
      return type == "object" || isAllKeywords
        || document.members(properties.index).contains {
          isSchema($0.value)
        }
    }
    if isAllKeywords, type == "object" || type == "array" || object.has("$schema") { return true }
    if type == "array", let items = object["items"], isSchema(items) { return true }
    let isComposition = ["allOf", "anyOf", "oneOf"].contains { name in
      object.isArray(name) && object.elements(name).allSatisfy { document.kind($0) == .object }
    }
    return isAllKeywords && (isComposition || object.text("$ref") != nil || object.isArray("type"))
      || isComposition && object.has(any: ["$schema", "$id", "$defs", "definitions"])
  }

  /// Returns whether a schema's `type` is absent or one that JSON Schema defines.
  private func hasSchemaType(_ object: JSONObjectView) -> Bool {
    guard let type = object["type"] else { return true }
    if let name = document.string(type) { return Self.types.contains(name) }
    return document.kind(type) == .array
  }

  /// Returns whether a value has a keyword that marks it as a schema.
  private func isSchema(_ index: JSONDocument.Index) -> Bool {
    guard document.kind(index) == .object else { return document.bool(index) != nil }
    let object = JSONObjectView(document, index)
    guard hasSchemaType(object) else { return false }
    return object.has("type") || object.text("$ref") != nil || object.isArray("enum")
      || object.has("const") || object.isObject("properties")
      || ["allOf", "anyOf", "oneOf"].contains(where: object.isArray)
  }

  private static let types: Set = [
    "object", "array", "string", "number", "integer", "boolean", "null", "any",
  ]

  /// The keywords allowed at the top of a JSON Schema.
  private static let keywords: Set = [
    "$schema", "$id", "id", "$anchor", "$dynamicAnchor", "$vocabulary", "$comment", "$ref",
    "$dynamicRef", "$recursiveRef", "$recursiveAnchor", "$defs", "definitions", "components",
    "type", "properties", "required", "items", "additionalItems", "prefixItems", "contains",
    "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas",
    "dependentRequired", "dependencies", "patternProperties", "additionalProperties",
    "propertyNames", "unevaluatedProperties", "unevaluatedItems", "title", "description",
    "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "enum", "const",
    "format", "nullable", "discriminator", "minProperties", "maxProperties", "minItems",
    "maxItems", "uniqueItems", "extends", "version", "info",
  ]
}
