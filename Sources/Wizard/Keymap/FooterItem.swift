/// An item of a footer, on the screen or below a box: a key with its command, or text.
package struct FooterItem: Hashable, Sendable {
  /// The key's label; empty for text.
  package let label: String
  package let text: String
  /// The command of a click; nil if there is none.
  package let command: Command?

  static func text(_ text: String) -> FooterItem {
    FooterItem(label: "", text: text, command: nil)
  }

  static func enter(_ text: String) -> FooterItem { key("Enter", text, .accept) }

  static func esc(_ text: String) -> FooterItem { key("Esc", text, .cancel) }

  static func key(_ label: String, _ text: String, _ command: Command) -> FooterItem {
    FooterItem(label: label, text: text, command: command)
  }
}
