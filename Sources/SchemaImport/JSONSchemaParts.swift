import SinkSpec

/// All that holds for one value by a JSON Schema: the schema itself, what it refers to, and what
/// its `allOf` adds.
struct JSONSchemaParts {
  private(set) var all: [JSONDocument.Index] = []
  /// A reference that leads nowhere.
  private(set) var lost: String?
  private let document: JSONDocument
  /// How many parts are followed; more is not a schema that anyone wrote.
  private static let limit = 500

  init(
    of schema: JSONDocument.Index, in document: JSONDocument,
    references: inout [String: JSONDocument.Index?]
  ) {
    self.document = document
    add(schema, &references)
  }

  private mutating func add(
    _ schema: JSONDocument.Index, _ references: inout [String: JSONDocument.Index?]
  ) {
    guard document.kind(schema) == .object, !all.contains(schema) else { return }
    guard all.count < Self.limit else { return lost = "more than \(Self.limit) other schemas" }
    all.append(schema)
    if let reference = document.member("$ref", of: schema).flatMap(document.string) {
      let found = references[reference] ?? Self.value(of: reference, in: document)
      references[reference] = .some(found)
      if let found { add(found, &references) } else { lost = reference }
    }
    if let list = document.member("allOf", of: schema) {
      for element in document.elements(list) { add(element, &references) }
    }
  }

  /// Takes in what else holds.
  mutating func add(_ other: JSONSchemaParts) {
    all += other.all.filter { !all.contains($0) }
    lost = lost ?? other.lost
  }

  /// What a reference such as `#/$defs/item` names; only what is in the document is looked for.
  private static func value(of reference: String, in document: JSONDocument) -> JSONDocument.Index?
  {
    guard reference.hasPrefix("#") else { return nil }
    return document.value(at: Pointer(percentDecoded(reference.dropFirst())))
  }

  /// A fragment of a URI without its escapes, such as `/a b` for `/a%20b`.
  private static func percentDecoded(_ fragment: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = fragment.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count > 1,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The values of a keyword, one for each part that has it.
  func values(_ keyword: String) -> [JSONDocument.Index] {
    all.compactMap { document.member(keyword, of: $0) }
  }

  func text(_ keyword: String) -> String? {
    values(keyword).lazy.compactMap { document.string($0) }.first
  }

  /// A whole number, such as a limit.
  func integer(_ keyword: String) -> Int? {
    values(keyword).lazy.compactMap { Int(document.literal($0)) }.first
  }

  /// The members of all objects that a keyword has, a name's first one only.
  func members(_ keyword: String) -> [(name: String, value: JSONDocument.Index)] {
    var seen = Set<String>()
    return values(keyword).flatMap { object in
      document.members(object).compactMap { member in
        guard let name = document.string(member.name), seen.insert(name).inserted else {
          return nil
        }
        return (name, member.value)
      }
    }
  }

  /// The names of members that more than one of the objects that a keyword has say something of.
  func namesSaidTwice(_ keyword: String) -> [String] {
    var counts: [String: Int] = [:]
    for object in values(keyword) {
      let names = Set(document.members(object).compactMap { document.string($0.name) })
      for name in names { counts[name, default: 0] += 1 }
    }
    return counts.filter { $0.value > 1 }.map(\.key)
  }

  /// The texts in all lists that a keyword has, or that it is.
  func texts(_ keyword: String) -> [String] {
    values(keyword).flatMap { value in
      document.string(value).map { [$0] } ?? document.elements(value).compactMap(document.string)
    }
  }
}
