/// An account that the credentials can access; its strings are untrusted.
package struct AccountRecord: Hashable, Sendable {
  package let id: String
  package let name: String

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
