/// The Create Sink request as JSON Schema 2020-12, generated from the description.
///
/// It contains the rules of the API reference, without warnings and notes.
package struct RequestSchema {
  /// The schema's text with a trailing line break.
  package static var text: String {
    var schema = RequestSchema()
    return schema.root().text() + "\n"
  }

  typealias Member = (name: String, value: SchemaNode)

  /// The definitions for `$defs`, in creation order.
  private var definitions: [Member] = []

  /// A URN, because the schema is printed by the program and not published at a URL.
  private static let identifier = "urn:sinkwizard:create-sink"

  private static let comment = """
    A payload is valid under this schema if it violates no rule of the API reference; values that \
    only a newer reference has are valid. A schema \
    cannot detect: duplicate members (duplicate-member); unpaired surrogates (lone-surrogate); \
    integers written with a fraction or an exponent, such as 1.0 or 3e2, which the service is not \
    known to accept (type); nesting deeper than 512 levels. The account in the URL is not part of \
    the body. Advice, such as the characters of bucket names, is not included: it is reported as \
    warnings and notes.
    """

  private mutating func root() -> SchemaNode {
    let request = SinkDescription.request
    let annotation = SinkDescription.annotation
    let body = closedObject(
      request.members.map { (member: $0, value: topValue(of: $0)) }
        + [(annotation, value(of: annotation))])
    define("field", withVariants(SchemaFieldDescription.members, named: "field"))
    let arms = arms(of: request)
    let head: [Member] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string(Self.identifier)),
      ("$comment", .string(Self.comment)), ("title", .string("Cloudflare Pipelines: Create Sink")),
      ("description", .string(request.help)), ("type", .string("object")),
    ]
    return .object(head + body + [("allOf", arms), ("$defs", .object(definitions))])
  }

  /// Returns a top-level member; members that depend on the sink's type get only annotations.
  private mutating func topValue(of parameter: Parameter) -> SchemaNode {
    Self.dependsOnSink(parameter)
      ? .object([("type", .string("object"))] + Self.annotations(of: parameter))
      : value(of: parameter)
  }

  /// Returns a conditional subschema for each set of sink types with the same members.
  private mutating func arms(of request: Parameter) -> SchemaNode {
    let types = request.members.first { $0.name == "type" }?.choices.map(\.value) ?? []
    let differing = request.members.filter { Self.dependsOnSink($0) }
    let names = { type in differing.map { Self.members(of: $0, forSink: type).map(\.name) } }
    var groups: [[String]] = []
    for type in types {
      if let group = groups.firstIndex(where: { names($0[0]) == names(type) }) {
        groups[group].append(type)
      } else {
        groups.append([type])
      }
    }
    return .array(
      groups.map { types in
        let limits: [Member] = differing.map { parameter in
          let name = "\(parameter.name)_\(types[0])"
          let members = Self.members(of: parameter, forSink: types[0])
          define(name, .object(closedObject(members.map { ($0, value(of: $0)) })))
          return (parameter.name, Self.reference(to: name))
        }
        return Self.when(types, then: .object([("properties", .object(limits))]))
      })
  }

  private static func members(of parameter: Parameter, forSink type: String) -> [Parameter] {
    parameter.members.filter { $0.applies == .always || $0.applies.names(sinkType: type) }
  }

  private static func dependsOnSink(_ parameter: Parameter) -> Bool {
    if case .sinkTypes = parameter.applies { return true }
    return parameter.members.contains { dependsOnSink($0) }
  }

  // MARK: Values

  /// Returns the schema of a value in an object with the given `type`.
  private mutating func value(of parameter: Parameter, ownType: String? = nil) -> SchemaNode {
    func typed(_ type: String, _ limits: [Member] = []) -> SchemaNode {
      let type = parameter.isNullable ? .strings([type, "null"]) : SchemaNode.string(type)
      return .object([("type", type)] + limits + Self.annotations(of: parameter))
    }
    switch parameter.kind {
    case .text, .secret, .timePattern: return typed("string", Self.lengthLimits(of: parameter))
    case .choice:
      return typed(
        "string", Self.choiceLimits(parameter.choices(ownType: ownType), of: parameter))
    case .flag: return typed("boolean")
    case .bytes(let bounds), .seconds(let bounds):
      return typed(
        "integer",
        [
          ("minimum", .literal("\(bounds.lowerBound)")),
          ("maximum", .literal("\(bounds.upperBound)")),
        ])
    case .fieldList: return typed("array", [("items", Self.reference(to: "field"))])
    case .field:
      return .object([("$ref", .string("#/$defs/field"))] + Self.annotations(of: parameter))
    case .object(let members):
      let name = parameter.pointer.tokens.joined(separator: "_")
      return typed("object", objectLimits(members, named: name))
    }
  }

  private static func lengthLimits(of parameter: Parameter) -> [Member] {
    parameter.rules.compactMap(\.length).flatMap { length -> [Member] in
      [
        ("minLength", .literal("\(length.lowerBound)")),
        ("maxLength", .literal("\(length.upperBound)")),
      ]
    }
  }

  private mutating func objectLimits(_ members: [Parameter], named name: String) -> [Member] {
    let hasVariants = members.contains {
      if case .ownTypes = $0.applies { true } else { false }
    }
    return hasVariants
      ? variantLimits(members, named: name) : closedObject(members.map { ($0, value(of: $0)) })
  }

  /// Returns the keywords of an object with exactly these members.
  private func closedObject(_ members: [(member: Parameter, value: SchemaNode)]) -> [Member] {
    let required = members.map(\.member).filter(\.isRequired).map(\.name)
    let properties: [Member] = members.map { ($0.member.name, $0.value) }
    return [("properties", .object(properties))]
      + (required.isEmpty ? [] : [("required", .strings(required))])
      + [("additionalProperties", .literal("false"))]
  }

  // MARK: Variants

  private mutating func withVariants(_ members: [Parameter], named name: String) -> SchemaNode {
    .object([("type", .string("object"))] + variantLimits(members, named: name))
  }

  /// Returns the keywords of an object whose `type` determines its other members.
  ///
  /// Each variant has a separate definition, and the types with only common members share one, so
  /// that validators report an invalid value for its own variant only.
  private mutating func variantLimits(_ members: [Parameter], named name: String) -> [Member] {
    guard let type = members.first(where: { $0.name == "type" }) else { return [] }
    let types = type.choices.map(\.value)
    func isOwn(_ member: Parameter, of type: String) -> Bool {
      if case .ownTypes(let types) = member.applies { types.contains(type) } else { false }
    }
    let own = types.filter { type in members.contains { isOwn($0, of: type) } }
    let plain = types.filter { !own.contains($0) }
    let groups = (plain.isEmpty ? [] : [("plain", plain)]) + own.map { ($0, [$0]) }
    let variants = groups.map { suffix, types in
      let present = members.filter { member in
        member.applies == .always || types.contains { isOwn(member, of: $0) }
      }
      let values = present.map { member in
        (member, member === type ? Self.only(types) : value(of: member, ownType: types.first))
      }
      define("\(name)_\(suffix)", .object(closedObject(values)))
      return Self.when(types, then: Self.reference(to: "\(name)_\(suffix)"))
    }
    return [
      ("properties", .object([("type", value(of: type))])), ("required", .strings(["type"])),
      ("allOf", .array(variants)),
    ]
  }

  private static func only(_ types: [String]) -> SchemaNode {
    .object([types.count == 1 ? ("const", .string(types[0])) : ("enum", .strings(types))])
  }

  private static func when(_ types: [String], then limits: SchemaNode) -> SchemaNode {
    let type = SchemaNode.object([("type", only(types))])
    return .object([
      ("if", .object([("properties", type), ("required", .strings(["type"]))])),
      ("then", limits),
    ])
  }

  private mutating func define(_ name: String, _ value: SchemaNode) {
    definitions.append((name, value))
  }

  private static func reference(to name: String) -> SchemaNode {
    .object([("$ref", .string("#/$defs/\(name)"))])
  }
}
