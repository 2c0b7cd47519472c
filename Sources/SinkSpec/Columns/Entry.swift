/// What the operator has given for one parameter so far, right or wrong.
package enum Entry: Hashable, Sendable {
  case notSet
  /// What was typed or chosen; empty text is set, to empty.
  case text(String)
  /// A value of another type that came from a file, as JSON text, kept until it is edited.
  case foreign(String)

  /// A text, or `notSet` without one.
  package init(_ text: String?) { self = text.map { .text($0) } ?? .notSet }

  package var isSet: Bool { self != .notSet }

  /// The text to show and edit; empty when not set.
  package var text: String { setText ?? "" }

  /// The text to show and edit; nil when not set.
  package var setText: String? {
    switch self {
    case .notSet: nil
    case .text(let text), .foreign(let text): text
    }
  }
}

extension Entry {
  /// Whether a value from a file that is not of its parameter's kind is, or holds, what was
  /// probably meant as a secret.
  ///
  /// The `pointer`: where it stands.
  package func mayHoldSecret(at pointer: Pointer) -> Bool {
    guard case .foreign(let literal) = self else { return false }
    return SinkDescription.reference(forSecretAt: pointer, literal) != nil
  }

  /// Reads a scalar of a document; one of another kind than its parameter is `foreign`.
  package init(
    reading value: JSONDocument.Index, in document: JSONDocument, as parameter: Parameter
  ) {
    let literal = document.literal(value)
    switch parameter.kind {
    case .flag:
      self = document.bool(value).map { .text($0 ? "true" : "false") } ?? .foreign(literal)
    case .bytes(let bounds), .seconds(let bounds):
      let number = document.kind(value) == .number ? UInt64(literal) : nil
      let isExact = number.map { String($0) == literal && $0 <= bounds.upperBound } ?? false
      self = isExact ? .text(literal) : .foreign(literal)
    default: self = document.string(value).map { .text($0) } ?? .foreign(literal)
    }
  }

  /// The value as a scalar member of the request; nil when it is not set and need not be.
  package func content(as parameter: Parameter) -> RequestNode.Content? {
    switch self {
    case .notSet: return parameter.isRequired ? .missing : nil
    case .foreign(let literal):
      let reference =
        parameter.isSecret
        ? parameter.defaultReference
        : SinkDescription.reference(forSecretAt: parameter.pointer, literal)
      return reference.map { .hidden(literal: literal, defaultReference: $0) } ?? .literal(literal)
    case .text(let text):
      switch parameter.kind {
      case .secret: return .secret(text, defaultReference: parameter.defaultReference ?? "")
      case .flag where text == "true" || text == "false": return .literal(text)
      case .bytes, .seconds:
        let number = Quantity.number(text, for: parameter)
        // What is no number is shown, and validated, as the text that it is.
        return .literal((try? number.get()).map(String.init) ?? JSONText.string(text))
      default: return .literal(JSONText.string(text))
      }
    }
  }
}
