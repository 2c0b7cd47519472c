import SinkSpec

extension Issue {
  /// The same issue where its pointer is relative to another one.
  func within(_ other: Pointer) -> Issue {
    Issue(
      severity: severity, pointer: Pointer(other.text + pointer.text), rule: rule,
      message: message, reportsWhileTyping: reportsWhileTyping, offset: offset)
  }
}

extension Pointer {
  /// The pointer without what another one adds to it.
  func dropping(_ rest: Pointer) -> Pointer {
    Pointer(String(text.utf8.dropLast(rest.text.utf8.count)) ?? "")
  }

  /// For what is inside a column of the schema, the column's position.
  package var columnPosition: Int? {
    let prefix = "/schema/fields/"
    guard text.hasPrefix(prefix) else { return nil }
    return Int(text.dropFirst(prefix.count).prefix { $0 != "/" })
  }
}
