/// The footer of the screen: equal values have the same items.
package struct Footer: Hashable, Sendable {
  let contexts: [Keymap.Context]
  /// The items before those of the keymap.
  let first: [FooterItem]
  let nextIssue: FooterItem?
  let hasNextStep: Bool

  /// The items, most important first.
  package var items: [FooterItem] {
    var items = Keymap.footer(in: contexts)
    if let nextIssue, let index = items.firstIndex(where: { $0.command == .nextStep }) {
      items.insert(nextIssue, at: index)
    }
    if !hasNextStep { items.removeAll { $0.command == .nextStep } }
    return first + items
  }
}
