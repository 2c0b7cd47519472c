/// The operator's input for one parameter, valid or not.
package enum Entry: Hashable, Sendable {
  case notSet
  /// Typed or chosen text. Empty text is a value, unlike `notSet`.
  case text(String)
  /// The JSON text of a value of the wrong type from a file, kept until it is edited.
  case raw(String)

  /// Creates an entry from text; nil creates `notSet`.
  package init(_ text: String?) { self = text.map { .text($0) } ?? .notSet }

  package var isSet: Bool { self != .notSet }

  /// The text to show and edit; empty if not set.
  package var text: String { setText ?? "" }

  /// The text to show and edit; nil if not set.
  package var setText: String? {
    switch self {
    case .notSet: nil
    case .text(let text), .raw(let text): text
    }
  }
}

extension Entry {
  /// Returns whether a value of the wrong type probably is, or contains, a secret.
  ///
  /// - Parameter pointer: The value's pointer in the request.
  /// - Returns: True if the value must be hidden.
  package func mayHoldSecret(at pointer: Pointer) -> Bool {
    guard case .raw(let literal) = self else { return false }
    return SinkDescription.reference(forSecretAt: pointer, literal) != nil
  }

  /// Creates an entry from a scalar of a document; a scalar of the wrong kind becomes `raw`.
  package init(
    reading value: JSONDocument.Index, in document: JSONDocument, as parameter: Parameter
  ) {
    let literal = document.literal(value)
    switch parameter.kind {
    case .flag:
      self = document.bool(value).map { .text($0 ? "true" : "false") } ?? .raw(literal)
    case .bytes(let bounds), .seconds(let bounds):
      let number = document.kind(value) == .number ? UInt64(literal) : nil
      let isExact = number.map { String($0) == literal && $0 <= bounds.upperBound } ?? false
      self = isExact ? .text(literal) : .raw(literal)
    default: self = document.string(value).map { .text($0) } ?? .raw(literal)
    }
  }

  /// Returns the value as a scalar of the request; nil if it is not set and optional.
  package func content(as parameter: Parameter) -> RequestNode.Content? {
    switch self {
    case .notSet: return parameter.isRequired ? .missing : nil
    case .raw(let literal):
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
        // Invalid numbers are shown and validated as text.
        return .literal((try? number.get()).map(String.init) ?? JSONText.string(text))
      default: return .literal(JSONText.string(text))
      }
    }
  }
}
