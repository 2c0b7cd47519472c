package import SinkSpec

/// A JSON value as a tree, for building and comparing payloads.
package indirect enum PayloadTree: Hashable {
  package struct Member: Hashable {
    package var name: String
    package var value: PayloadTree

    package init(name: String, value: PayloadTree) {
      self.name = name
      self.value = value
    }
  }

  /// A scalar, as JSON text.
  case literal(String)
  case array([PayloadTree])
  case object([Member])

  package init(_ document: JSONDocument, _ index: JSONDocument.Index = .root) {
    switch document.kind(index) {
    case .object:
      self = .object(
        document.members(index).map {
          Member(
            name: document.string($0.name) ?? "", value: PayloadTree(document, $0.value))
        })
    case .array: self = .array(document.elements(index).map { PayloadTree(document, $0) })
    case .string: self = .literal(JSONText.string(document.string(index) ?? ""))
    default: self = .literal(document.literal(index))
    }
  }

  package init(parsing text: String) throws {
    self.init(try JSONDocument(parsing: Array(text.utf8)))
  }

  /// The tree as compact JSON text.
  package var text: String {
    switch self {
    case .literal(let text): text
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSONText.string($0.name) + ":" + $0.value.text }.joined(separator: ",")
        + "}"
    }
  }

  /// Returns the pointers of all values in the tree, starting with its own.
  package func pointers(from pointer: Pointer = .root) -> [Pointer] {
    switch self {
    case .literal: [pointer]
    case .array(let elements):
      [pointer]
        + elements.enumerated().flatMap { $1.pointers(from: pointer.appending($0)) }
    case .object(let members):
      [pointer] + members.flatMap { $0.value.pointers(from: pointer.appending($0.name)) }
    }
  }

  /// The value at a path of tokens, if there is one.
  package subscript(tokens: ArraySlice<String>) -> PayloadTree? {
    guard let token = tokens.first else { return self }
    switch self {
    case .literal: return nil
    case .array(let elements):
      guard let index = Int(token), elements.indices.contains(index) else { return nil }
      return elements[index][tokens.dropFirst()]
    case .object(let members):
      return members.last { $0.name == token }?.value[tokens.dropFirst()]
    }
  }

  package subscript(pointer: Pointer) -> PayloadTree? { self[pointer.tokens[...]] }

  /// Returns the tree with a value replaced; creates missing objects on the path, and `nil` removes
  /// the value.
  package func setting(_ pointer: Pointer, _ value: PayloadTree?) -> PayloadTree {
    setting(pointer.tokens[...], value)
  }

  package func setting(_ tokens: ArraySlice<String>, _ value: PayloadTree?) -> PayloadTree {
    guard let token = tokens.first else { return value ?? .literal("null") }
    let rest = tokens.dropFirst()
    switch self {
    case .literal: return self
    case .array(var elements):
      guard let index = Int(token) else { return self }
      if rest.isEmpty, value == nil {
        elements.remove(at: index)
      } else if index < elements.count {
        elements[index] = elements[index].setting(rest, value)
      } else {
        elements.append(PayloadTree.object([]).setting(rest, value))
      }
      return .array(elements)
    case .object(var members):
      let index = members.firstIndex { $0.name == token }
      if rest.isEmpty, value == nil {
        members.removeAll { $0.name == token }
      } else if let index {
        members[index].value = members[index].value.setting(rest, value)
      } else {
        members.append(.init(name: token, value: PayloadTree.object([]).setting(rest, value)))
      }
      return .object(members)
    }
  }
}
