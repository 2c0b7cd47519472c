/// A part of a footer, on the screen or below a box: a key and its command, or a text alone.
package struct FooterItem: Hashable, Sendable {
  /// The key as it is printed; empty for a text alone.
  package let label: String
  package let text: String
  /// The command that a click performs; nil where it performs none.
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
