import SinkSpec

/// The schemas that apply to one value: the schema itself, referenced schemas, and those in its
/// `allOf`.
struct JSONSchemaParts {
  private(set) var all: [JSONDocument.Index] = []
  /// An unresolvable reference.
  private(set) var lost: String?
  private let document: JSONDocument
  /// The maximum number of parts, which no hand-written schema exceeds.
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

  /// Adds other schemas that apply to the value.
  mutating func add(_ other: JSONSchemaParts) {
    all += other.all.filter { !all.contains($0) }
    lost = lost ?? other.lost
  }

  /// Resolves a reference such as `#/$defs/item` within the document.
  private static func value(of reference: String, in document: JSONDocument) -> JSONDocument.Index?
  {
    guard reference.hasPrefix("#") else { return nil }
    return document.value(at: Pointer(percentDecoded(reference.dropFirst())))
  }

  /// Percent-decodes a URI fragment: `/a%20b` becomes `/a b`.
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

  /// Returns the values of a keyword in all parts.
  func values(_ keyword: String) -> [JSONDocument.Index] {
    all.compactMap { document.member(keyword, of: $0) }
  }

  func text(_ keyword: String) -> String? {
    values(keyword).lazy.compactMap { document.string($0) }.first
  }

  /// Returns the first integer value of a keyword.
  func integer(_ keyword: String) -> Int? {
    values(keyword).lazy.compactMap { Int(document.literal($0)) }.first
  }

  /// Returns the members of a keyword's objects, the first of each name.
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

  /// Returns the names that occur in more than one of a keyword's objects.
  func duplicateNames(_ keyword: String) -> [String] {
    var counts: [String: Int] = [:]
    for object in values(keyword) {
      let names = Set(document.members(object).compactMap { document.string($0.name) })
      for name in names { counts[name, default: 0] += 1 }
    }
    return counts.filter { $0.value > 1 }.map(\.key)
  }

  /// Returns the strings of a keyword whose value is a string or an array of strings.
  func texts(_ keyword: String) -> [String] {
    values(keyword).flatMap { value in
      document.string(value).map { [$0] } ?? document.elements(value).compactMap(document.string)
    }
  }
}
