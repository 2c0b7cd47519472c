package import SinkSpec

/// What the operator has given for one parameter so far, right or wrong.
package enum Entry: Hashable, Sendable {
  case notSet
  /// What was typed or chosen; empty text is set, to empty.
  case text(String)
  /// A value of another type that came from a file, as JSON text, kept until it is edited.
  case foreign(String)

  package var isSet: Bool { self != .notSet }

  /// The text to show and edit; empty when not set.
  package var text: String {
    switch self {
    case .notSet: ""
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
}
