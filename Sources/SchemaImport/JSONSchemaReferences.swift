import SinkSpec

/// The targets of references in a JSON Schema: identifiers, anchors and pointers, of all drafts.
///
/// A file may bundle several schemas, each with its `$id` (2020-12 calls it a compound document).
struct JSONSchemaReferences {
  enum Target {
    case schema(JSONDocument.Index)
    /// In another file.
    case elsewhere
    /// A part of this file that does not exist.
    case missing
  }

  private let document: JSONDocument
  /// The schemas by identifier, without fragment.
  private var resources: [String: JSONDocument.Index] = [:]
  /// The schemas by identifier and anchor.
  private var anchors: [String: JSONDocument.Index] = [:]
  /// The base URIs that references resolve against, by the object with the reference.
  private var bases: [JSONDocument.Index: URIReference] = [:]
  /// The targets found so far, by the object with the reference and its text.
  private var found: [JSONDocument.Index: [String: Target]] = [:]
  /// The members of the objects read so far.
  private var objects: [JSONDocument.Index: JSONObjectView] = [:]
  /// The elements of the arrays that references lead into.
  private var arrays: [JSONDocument.Index: [JSONDocument.Index]] = [:]

  /// Keywords whose values are data, not schemas.
  private static let data: Set = ["enum", "const", "default", "example", "examples"]

  init(in document: JSONDocument) {
    self.document = document
    collect()
  }

  private mutating func collect() {
    var rest: [(index: JSONDocument.Index, base: URIReference)] = [(.root, URIReference(""))]
    resources[""] = .root
    while let (index, outer) = rest.popLast() {
      rest += document.elements(index).map { ($0, outer) }
      guard document.kind(index) == .object else { continue }
      let base = register(index, in: outer)
      for member in document.members(index) {
        let name = document.string(member.name) ?? ""
        if Self.data.contains(name), document.kind(member.value) != .object { continue }
        if name == "$ref" || name == "$dynamicRef" || name == "$recursiveRef" {
          bases[index] = base
        }
        rest.append((member.value, base))
        // Some bundlers use the identifier as the name of the definition.
        if name.contains("://"), document.kind(member.value) == .object {
          let named = URIReference(name).resource
          if resources[named] == nil { resources[named] = member.value }
        }
      }
    }
  }

  /// Registers the identifier and anchors of a schema, and returns the base URI of its members.
  private mutating func register(
    _ index: JSONDocument.Index, in outer: URIReference
  ) -> URIReference {
    func text(_ name: String) -> String? {
      document.text(name, of: index)
    }
    var base = outer
    if let id = text("$id") ?? text("id") {
      let resolved = URIReference(id).resolved(against: outer)
      if let fragment = resolved.fragment, !fragment.isEmpty {
        anchors["\(resolved.resource)#\(fragment)"] = index
      } else {
        base = resolved
        base.fragment = nil
        if resources[base.resource] == nil || text("$id") != nil {
          resources[base.resource] = index
        }
      }
    }
    for name in ["$anchor", "$dynamicAnchor"] {
      if let anchor = text(name) { anchors["\(base.resource)#\(anchor)"] = index }
    }
    return base
  }

  /// Returns the members of a schema.
  mutating func members(of schema: JSONDocument.Index) -> JSONObjectView {
    if let known = objects[schema] { return known }
    let object = JSONObjectView(document, schema)
    objects[schema] = object
    return object
  }

  /// Returns the target of a schema's reference.
  mutating func target(of reference: String, at index: JSONDocument.Index) -> Target {
    if let known = found[index]?[reference] { return known }
    let target = search(for: reference, at: index)
    found[index, default: [:]][reference] = target
    return target
  }

  private mutating func search(for reference: String, at index: JSONDocument.Index) -> Target {
    let base = bases[index] ?? URIReference("")
    let whole = URIReference(reference).resolved(against: base)
    let resource = whole.resource
    let root = resources[resource]
    let fragment = whole.decodedFragment
    if let anchor = anchors["\(resource)#\(fragment)"] { return .schema(anchor) }
    guard let root else { return .elsewhere }
    if fragment.isEmpty { return .schema(root) }
    guard fragment.hasPrefix("/") else { return .missing }
    let found =
      value(at: Pointer(fragment), from: root)
      // Pointers are often relative to the whole file, regardless of the `$id` around them.
      ?? value(at: Pointer(fragment), from: .root)
    return found.map { .schema($0) } ?? .missing
  }

  /// Returns the value that a pointer names, in time independent of the number of members, because
  /// a file may have as many references as definitions.
  private mutating func value(
    at pointer: Pointer, from start: JSONDocument.Index
  ) -> JSONDocument.Index? {
    var index = start
    for token in pointer.tokens {
      let next: JSONDocument.Index?
      switch document.kind(index) {
      case .object: next = members(of: index)[token]
      case .array: next = JSONDocument.arrayIndex(token).flatMap { element($0, of: index) }
      default: next = nil
      }
      guard let next else { return nil }
      index = next
    }
    return index
  }

  private mutating func element(
    _ number: Int, of array: JSONDocument.Index
  ) -> JSONDocument.Index? {
    let elements = arrays[array] ?? Array(document.elements(array))
    arrays[array] = elements
    return elements.indices.contains(number) ? elements[number] : nil
  }
}
