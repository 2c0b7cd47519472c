/// A node of the request's JSON tree, which is shown, validated and sent.
package struct RequestNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// A scalar as JSON text.
    case literal(String)
    /// A secret: its value, or a reference such as `${NAME}`.
    case secret(String, defaultReference: String)
    /// The JSON text of a value of the wrong type that may contain a secret, to be hidden.
    case hidden(literal: String, defaultReference: String)
    /// A required value that is not set yet.
    case missing
    case object([RequestNode])
    case array([RequestNode])
  }

  /// The member's name; nil for the whole request and for array elements.
  package let name: String?
  package let pointer: Pointer
  package let content: Content

  package init(name: String?, pointer: Pointer, content: Content) {
    self.name = name
    self.pointer = pointer
    self.content = content
  }
}
