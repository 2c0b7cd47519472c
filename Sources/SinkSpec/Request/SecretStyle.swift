/// How the secrets of a request are written.
package enum SecretStyle: Sendable {
  /// As they are: for validating and sending, and where the operator asks for it.
  case shown
  /// As references `${NAME}`: for printing, saving and exporting.
  case referenced
  /// As a mask of constant width, references as they are: for the screen.
  case masked

  /// A secret as JSON text.
  package func literal(_ secret: String, defaultReference: String) -> String {
    if SecretReference(secret) != nil { return JSONText.string(secret) }
    return hiding(JSONText.string(secret), defaultReference: defaultReference)
  }

  /// JSON text that is, or may hold, a secret.
  func hiding(_ literal: String, defaultReference: String) -> String {
    switch self {
    case .shown: literal
    case .referenced: JSONText.string(defaultReference)
    case .masked: "\"••••••••\""
    }
  }
}
