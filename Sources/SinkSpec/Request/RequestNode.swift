/// A value of the request, named by its pointer: the JSON tree that is shown, validated and sent.
package struct RequestNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// A scalar as JSON text.
    case literal(String)
    /// A secret as the operator gave it: itself, or a reference such as `${NAME}`.
    case secret(String, defaultReference: String)
    /// What stands in a secret's place, or near it, without being a string: JSON text to be hidden.
    case hidden(literal: String, defaultReference: String)
    /// A required value that is not there yet.
    case missing
    case object([RequestNode])
    case array([RequestNode])
  }

  /// The member's name; nil for the whole request and for elements of arrays.
  package let name: String?
  package let pointer: Pointer
  package let content: Content

  package init(name: String?, pointer: Pointer, content: Content) {
    self.name = name
    self.pointer = pointer
    self.content = content
  }
}
