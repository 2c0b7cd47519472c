/// An account that the credentials can access, with untrusted strings.
package struct AccountRecord: Hashable, Sendable {
  package let id: String
  package let name: String

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
