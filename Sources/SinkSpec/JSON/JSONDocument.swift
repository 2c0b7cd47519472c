/// A parsed JSON document: its bytes and a flat list of its values in source order.
///
/// Values are decoded lazily, so every digit, the order of members and each value's position are
/// preserved. The parser accepts exactly RFC 8259.
package struct JSONDocument: Sendable {
  /// The kind of a value.
  ///
  /// A member's name is a `string` node directly before the member's value.
  package enum Kind: UInt8, Sendable {
    case null, `true`, `false`, number, string, array, object

    /// The kind's name with its article, for messages.
    package var noun: String {
      switch self {
      case .null: "null"
      case .true: "true"
      case .false: "false"
      case .number: "a number"
      case .string: "a string"
      case .array: "an array"
      case .object: "an object"
      }
    }
  }

  /// The index of a value in a document's node list.
  package struct Index: Hashable, Sendable {
    package let value: Int
    package static let root = Index(value: 0)
  }

  package let bytes: [UInt8]
  package let nodes: [Node]

  init(bytes: [UInt8], nodes: [Node]) {
    self.bytes = bytes
    self.nodes = nodes
  }

  /// Parses a JSON text.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - depthLimit: The maximum nesting depth of arrays and objects.
  /// - Throws: ``JSONSyntaxError`` at the first invalid byte.
  package init(
    parsing bytes: [UInt8], depthLimit: Int = Self.depthLimit
  ) throws(JSONSyntaxError) {
    var parser = JSONParser(depthLimit: depthLimit)
    do throws(JSONParser.Stop) {
      try parser.parse(bytes.span)
    } catch {
      throw JSONSyntaxError(
        offset: error.offset, position: SourcePosition(offset: error.offset, in: bytes),
        message: error.message)
    }
    self.init(bytes: bytes, nodes: parser.nodes)
  }

  /// The default nesting limit: enough for 250 levels of struct fields.
  package static let depthLimit = 512

  package func kind(_ index: Index) -> Kind { nodes[index.value].kind }

  /// Returns the value's source text.
  package func literal(_ index: Index) -> String {
    let node = nodes[index.value]
    return String(decoding: bytes[node.start..<node.end], as: UTF8.self)
  }

  /// Returns the offset of the value's first byte.
  package func offset(_ index: Index) -> Int { nodes[index.value].start }

  package func position(_ index: Index) -> SourcePosition {
    SourcePosition(offset: offset(index), in: bytes)
  }

  /// Returns a string value or member name with its escapes decoded; nil for other kinds.
  package func string(_ index: Index) -> String? {
    let node = nodes[index.value]
    guard node.kind == .string else { return nil }
    let content = bytes[node.start + 1..<node.end - 1]
    return node.hasEscapes
      ? JSONStringEscapes.resolve(content) : String(decoding: content, as: UTF8.self)
  }

  /// Returns whether a string contains an unpaired surrogate, which is decoded as U+FFFD.
  func hasLoneSurrogate(_ index: Index) -> Bool {
    let node = nodes[index.value]
    return node.hasEscapes
      && JSONStringEscapes.hasLoneSurrogate(bytes[node.start + 1..<node.end - 1])
  }

  package func bool(_ index: Index) -> Bool? {
    switch nodes[index.value].kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// Returns the members of an object in source order; empty for other kinds.
  package func members(_ index: Index) -> Members {
    Members(document: self, index: index)
  }

  /// Returns the elements of an array in source order; empty for other kinds.
  package func elements(_ index: Index) -> Elements {
    Elements(document: self, index: index)
  }

  /// Returns the value of the first member with the given name.
  package func member(_ name: String, of index: Index) -> Index? {
    let names = NameTable([name])
    return members(index).first { names.index(of: $0.name, in: self) != nil }?.value
  }

  /// Returns the value that a pointer names.
  ///
  /// - Parameters:
  ///   - pointer: The pointer.
  ///   - start: The value that the pointer starts from.
  /// - Returns: The value; nil if it does not exist.
  package func value(at pointer: Pointer, from start: Index = .root) -> Index? {
    var index = start
    for token in pointer.tokens {
      switch kind(index) {
      case .object:
        guard let next = member(token, of: index) else { return nil }
        index = next
      case .array:
        guard let number = Self.arrayIndex(token),
          let next = elements(index).dropFirst(number).first(where: { _ in true })
        else { return nil }
        index = next
      default: return nil
      }
    }
    return index
  }

  /// Parses an array index of a JSON pointer (RFC 6901): digits without sign or leading zeros.
  package static func arrayIndex(_ token: String) -> Int? {
    guard token.utf8.allSatisfy(\.isDigit), token == "0" || token.utf8.first != UInt8(ascii: "0")
    else { return nil }
    return Int(token)
  }
}
