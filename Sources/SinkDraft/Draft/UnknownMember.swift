package import SinkSpec

/// A value from a file that has no field in the form: an unknown member, or one of the wrong type.
///
/// It stays in the request and is validated like everything else until the operator removes it.
package struct UnknownMember: Hashable, Sendable {
  /// The pointer in the request.
  package let pointer: Pointer
  /// The JSON text of the value.
  package let literal: String

  /// The JSON text of an empty object, which is removed once it gets a member.
  package static let emptyObject = "{}"

  package init(pointer: Pointer, literal: String) {
    self.pointer = pointer
    self.literal = literal
  }

  /// The literal as a value of the request, hidden if it may be or contain a secret.
  package var content: RequestNode.Content {
    guard let reference = SinkDescription.reference(forSecretAt: pointer, literal) else {
      return .literal(literal)
    }
    return .hidden(literal: literal, defaultReference: reference)
  }
}
