import SinkSpec

extension Issue {
  /// Returns the issue with its pointer appended to another pointer.
  func within(_ other: Pointer) -> Issue {
    Issue(
      severity: severity, pointer: Pointer(other.text + pointer.text), rule: rule,
      message: message, reportsWhileTyping: reportsWhileTyping, offset: offset, repair: repair)
  }
}

extension Pointer {
  /// Returns the pointer without a suffix.
  func dropping(_ rest: Pointer) -> Pointer {
    Pointer(String(text.utf8.dropLast(rest.text.utf8.count)) ?? "")
  }

  /// The position of the column that contains the value; nil outside the columns.
  package var columnPosition: Int? {
    let prefix = "/schema/fields/"
    guard text.hasPrefix(prefix) else { return nil }
    return Int(text.dropFirst(prefix.count).prefix { $0 != "/" })
  }
}
