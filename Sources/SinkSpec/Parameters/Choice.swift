/// An allowed value of a parameter, with one line of help.
package struct Choice: Hashable, Sendable {
  package let value: String
  package let help: String

  package init(_ value: String, _ help: String) {
    self.value = value
    self.help = help
  }
}
