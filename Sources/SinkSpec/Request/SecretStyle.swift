/// The style in which secrets are written.
package enum SecretStyle: Sendable {
  /// As plain text: for validation, sending, and on the operator's request.
  case shown
  /// As `${NAME}` references: for printing, saving and exporting.
  case referenced
  /// As a mask of constant width, with references unchanged: for the screen.
  case masked

  /// The mask for any secret, independent of its length.
  package static let mask = "••••••••"

  /// Returns a secret as JSON text.
  package func literal(_ secret: String, defaultReference: String) -> String {
    if SecretReference(secret) != nil { return JSONText.string(secret) }
    return hiding(JSONText.string(secret), defaultReference: defaultReference)
  }

  /// Returns the replacement for JSON text that is, or may contain, a secret.
  func hiding(_ literal: String, defaultReference: String) -> String {
    switch self {
    case .shown: literal
    case .referenced: JSONText.string(defaultReference)
    case .masked: JSONText.string(Self.mask)
    }
  }
}
