import SinkSpec

/// The schemas that apply to one value: the schema itself, referenced schemas, and those in its
/// `allOf`.
struct JSONSchemaParts {
  private(set) var all: [JSONDocument.Index] = []
  private(set) var objects: [JSONObjectView] = []
  private var members: Set<JSONDocument.Index> = []
  /// The reason that part of the schema is unknown, as a sentence about a reference.
  private(set) var lost: String?
  private let document: JSONDocument
  /// The maximum number of parts, which no hand-written schema exceeds.
  private static let limit = 500

  /// Collects schemas.
  ///
  /// - Parameters:
  ///   - schemas: The schemas that apply to the value.
  ///   - document: The document that contains them.
  ///   - references: The targets of references.
  ///   - applied: Schemas already applied to the value, which are skipped.
  init(
    of schemas: [JSONDocument.Index], in document: JSONDocument,
    _ references: inout JSONSchemaReferences, except applied: Set<JSONDocument.Index>
  ) {
    self.document = document
    var rest = Array(schemas.reversed())
    while let schema = rest.popLast() {
      guard document.kind(schema) == .object, !applied.contains(schema),
        members.insert(schema).inserted
      else { continue }
      guard all.count < Self.limit else {
        lost = "composed of more than \(Self.limit) schemas"
        break
      }
      all.append(schema)
      let object = references.members(of: schema)
      objects.append(object)
      var next: [JSONDocument.Index] = []
      for keyword in ["$ref", "$dynamicRef", "$recursiveRef"] {
        guard let text = object.text(keyword) else {
          continue
        }
        switch references.target(of: text, at: schema) {
        case .schema(let found): next.append(found)
        case .elsewhere: lost = "refers to \(text.abbreviated), which is not in this file"
        case .missing: lost = "refers to \(text.abbreviated), which does not exist in this file"
        }
      }
      for keyword in ["allOf", "extends"] {
        guard let list = object[keyword] else { continue }
        next += document.kind(list) == .array ? Array(document.elements(list)) : [list]
      }
      rest += next.reversed()
    }
  }

  /// Returns the values of a keyword in all parts.
  func values(_ keyword: String) -> [JSONDocument.Index] {
    objects.compactMap { $0[keyword] }
  }

  func has(_ keyword: String) -> Bool { !values(keyword).isEmpty }

  func text(_ keyword: String) -> String? {
    values(keyword).lazy.compactMap { document.string($0) }.first
  }

  /// Returns the first integer value of a keyword.
  func integer(_ keyword: String) -> Int? {
    values(keyword).lazy.compactMap { Int(document.literal($0)) }.first
  }

  /// Returns the members of a keyword's objects: each name once, with all its schemas.
  func members(_ keyword: String) -> [(name: String, values: [JSONDocument.Index])] {
    var positions: [String: Int] = [:]
    var members: [(name: String, values: [JSONDocument.Index])] = []
    for object in values(keyword) {
      var own = Set<String>()
      for member in document.members(object) {
        guard let name = document.string(member.name), own.insert(name).inserted else { continue }
        if let position = positions[name] {
          members[position].values.append(member.value)
        } else {
          positions[name] = members.count
          members.append((name, [member.value]))
        }
      }
    }
    return members
  }

  /// Returns the strings of a keyword whose value is a string or an array of strings.
  func texts(_ keyword: String) -> [String] {
    values(keyword).flatMap { value in
      document.string(value).map { [$0] } ?? document.elements(value).compactMap(document.string)
    }
  }
}
