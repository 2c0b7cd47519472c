/// A JSON text that has been read: its bytes, and a flat list of the values in them in text order.
///
/// Nothing is copied or converted until it is asked for, so every digit, the order of members and
/// the place of each value are kept. Reading follows RFC 8259 to the letter.
package struct JSONDocument: Sendable {
  /// What a value is.
  ///
  /// A member's name is listed as a `string` just before the member's value.
  package enum Kind: UInt8, Sendable {
    case null, `true`, `false`, number, string, array, object

    /// The kind's name as a sentence uses it.
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

  /// The place of a value in a document's list.
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

  /// Reads a JSON text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - depthLimit: how many arrays and objects may stand inside one another.
  /// - Throws: ``JSONSyntaxError`` with the first place that is not JSON.
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

  /// The deepest nesting that is read: enough for 250 levels of struct fields.
  package static let depthLimit = 512

  package func kind(_ index: Index) -> Kind { nodes[index.value].kind }

  /// The value's text as it stands in the document.
  package func literal(_ index: Index) -> String {
    let node = nodes[index.value]
    return String(decoding: bytes[node.start..<node.end], as: UTF8.self)
  }

  /// The byte offset of the value's first byte.
  package func offset(_ index: Index) -> Int { nodes[index.value].start }

  package func position(_ index: Index) -> SourcePosition {
    SourcePosition(offset: offset(index), in: bytes)
  }

  /// A string value or a member's name, its escapes resolved; nil for other kinds.
  package func string(_ index: Index) -> String? {
    let node = nodes[index.value]
    guard node.kind == .string else { return nil }
    let content = bytes[node.start + 1..<node.end - 1]
    return node.hasEscapes
      ? JSONStringEscapes.resolve(content) : String(decoding: content, as: UTF8.self)
  }

  /// Whether a string holds half of a surrogate pair, which is no character and reads as U+FFFD.
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

  /// The members of an object, in text order; none for other kinds.
  package func members(_ index: Index) -> Members {
    Members(document: self, index: index)
  }

  /// The elements of an array, in text order; none for other kinds.
  package func elements(_ index: Index) -> Elements {
    Elements(document: self, index: index)
  }

  /// The first member of an object with a name, if it has one.
  package func member(_ name: String, of index: Index) -> Index? {
    let names = NameTable([name])
    return members(index).first { names.place(of: $0.name, in: self) != nil }?.value
  }

  /// The value that a pointer names, if there is one.
  package func value(at pointer: Pointer) -> Index? {
    var index = Index.root
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

  /// An array index as RFC 6901 writes it: digits without a sign or leading zeros.
  private static func arrayIndex(_ token: String) -> Int? {
    guard token.utf8.allSatisfy(\.isDigit), token == "0" || token.utf8.first != UInt8(ascii: "0")
    else { return nil }
    return Int(token)
  }
}
