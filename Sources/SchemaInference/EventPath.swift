package import SinkSpec

/// The path to the events in each document, such as `/Records` or `/logs/*/records`.
///
/// It is a JSON pointer in which `*` matches every item of a list. A list at the end needs no `*`:
/// its items are the events.
package struct EventPath: Hashable, Sendable {
  package let pointer: Pointer

  /// The whole document.
  package static let root = EventPath(pointer: .root)

  private init(pointer: Pointer) { self.pointer = pointer }

  /// Creates a path; nil if the text is not a JSON pointer, or contains an array index.
  package init?(_ text: String) {
    guard text.isEmpty || text.hasPrefix("/") else { return nil }
    pointer = Pointer(text)
    guard pointer.tokens.allSatisfy({ Int($0) == nil }) else { return nil }
  }
}

extension ColumnTree {
  /// Returns the column of the events at a path; nil if no document has a value there.
  func node(at path: EventPath) -> Int? {
    var index = 0
    for token in path.pointer.tokens {
      guard let next = child(token, of: index) else { return nil }
      index = next
    }
    // The items of a list are the events, unless some documents have an object instead.
    while nodes[index].item >= 0, nodes[index].counts.objects == 0 { index = nodes[index].item }
    return index
  }

  private func child(_ token: String, of index: Int) -> Int? {
    if token == "*", nodes[index].item >= 0 { return nodes[index].item }
    let name = Array(token.utf8)
    for holder in [index, nodes[index].item] where holder >= 0 {
      if let found = children(of: holder).first(where: { self.name(of: $0).elementsEqual(name) }) {
        return found
      }
    }
    return nil
  }
}
