import SinkSpec

/// A JSON value of a request with its strings unescaped and its environment references marked.
indirect enum ExportValue: Hashable {
  case null
  case bool(Bool)
  /// A number, with the digits exactly as in the JSON text.
  case number(String)
  case string(String)
  /// A string that is read from an environment variable.
  case environment(String)
  case array([Element])
  case object([Element])

  /// A child of an array or object; only children of objects have a name.
  struct Element: Hashable {
    let name: String
    let pointer: Pointer
    let value: ExportValue
  }

  /// Creates the value of a request node.
  ///
  /// - Parameters:
  ///   - node: A node of a request without missing values.
  ///   - secrets: `shown` or `referenced`.
  init(_ node: RequestNode, secrets: SecretStyle) {
    if let variable = node.variable(secrets: secrets) {
      self = .environment(variable)
      return
    }
    switch node.content {
    case .literal(let text), .hidden(let text, _): self.init(parsing: text, at: node.pointer)
    case .secret(let text, _): self = .string(text)
    case .missing: self = .null
    case .object(let children): self = .object(Self.elements(children, secrets))
    case .array(let children): self = .array(Self.elements(children, secrets))
    }
  }

  private static func elements(_ children: [RequestNode], _ secrets: SecretStyle) -> [Element] {
    children.map {
      Element(
        name: $0.name ?? "", pointer: $0.pointer, value: ExportValue($0, secrets: secrets))
    }
  }

  private init(parsing text: String, at pointer: Pointer) {
    guard let document = try? JSONDocument(parsing: Array(text.utf8)) else {
      self = .string(text)
      return
    }
    self.init(document, .root, at: pointer)
  }

  private init(_ document: JSONDocument, _ index: JSONDocument.Index, at pointer: Pointer) {
    switch document.kind(index) {
    case .null: self = .null
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .number: self = .number(document.literal(index))
    case .string: self = .string(document.string(index) ?? "")
    case .array:
      self = .array(
        document.elements(index).enumerated().map {
          let child = pointer.appending($0)
          return Element(name: "", pointer: child, value: ExportValue(document, $1, at: child))
        })
    case .object:
      self = .object(
        document.members(index).map {
          let name = document.string($0.name) ?? ""
          let child = pointer.appending(name)
          return Element(
            name: name, pointer: child, value: ExportValue(document, $0.value, at: child))
        })
    }
  }

  /// The value as one line of JSON for a comment, with references kept and invisible characters
  /// escaped.
  var line: String { InvisibleCharacters.escapedInJSON(rawLine) }

  private var rawLine: String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): JSONText.string(text)
    case .environment(let name): "\"${\(name)}\""
    case .array(let elements): "[" + elements.map(\.value.rawLine).joined(separator: ", ") + "]"
    case .object(let elements):
      "{"
        + elements.map { JSONText.string($0.name) + ": " + $0.value.rawLine }
        .joined(separator: ", ") + "}"
    }
  }

  /// The names of the environment variables used in the value, without duplicates, in order of
  /// appearance.
  var variables: [String] {
    switch self {
    case .environment(let name): [name]
    case .array(let elements), .object(let elements):
      elements.flatMap(\.value.variables).reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
    default: []
    }
  }

  /// Returns the numbers that satisfy a predicate, with escaped pointers for comments.
  func numbers(_ isWanted: (String) -> Bool) -> [(pointer: String, digits: String)] {
    func visit(_ element: Element) -> [(pointer: String, digits: String)] {
      switch element.value {
      case .number(let digits): isWanted(digits) ? [(element.escapedPointer, digits)] : []
      case .array(let children), .object(let children): children.flatMap(visit)
      default: []
      }
    }
    return visit(Element(name: "", pointer: .root, value: self))
  }

  /// Returns whether a number is an integer that a double holds exactly, as in JavaScript.
  static func isExactDouble(_ digits: String) -> Bool {
    Int64(digits).map { $0.magnitude <= 1 << 53 } == true && digits != "-0"
  }

  /// The member with the given name, or `nil` if the value is not an object or has no such member.
  subscript(name: String) -> ExportValue? {
    guard case .object(let elements) = self else { return nil }
    return elements.last { $0.name == name }?.value
  }
}

extension ExportValue.Element {
  /// The escaped pointer, on one line, for use in comments.
  var escapedPointer: String {
    let quoted = JSONText.string(pointer.text)
    return InvisibleCharacters.escapedInJSON(String(quoted.dropFirst().dropLast()))
  }
}

extension RequestNode {
  /// Returns the name of the environment variable that provides the value, or `nil` for a literal
  /// value.
  func variable(secrets: SecretStyle) -> String? {
    let reference: String
    switch content {
    case .secret(let text, let substitute):
      if let own = SecretReference(text) { return own.name }
      reference = substitute
    case .hidden(_, let substitute): reference = substitute
    default: return nil
    }
    if case .shown = secrets { return nil }
    return SecretReference(reference)?.name
  }
}
