import SinkSpec

extension Issue {
  /// The same issue at another place.
  func at(_ pointer: Pointer) -> Issue {
    Issue(
      severity: severity, pointer: pointer, rule: rule, message: message, isFinal: isFinal,
      offset: offset)
  }

  /// An issue whose pointer goes on from another one, where that stands.
  func within(_ other: Pointer) -> Issue { at(Pointer(other.text + pointer.text)) }
}

extension [Issue] {
  /// Those whose pointer has these tokens.
  func at(_ tokens: ArraySlice<String>) -> [Issue] {
    let pointer = tokens.reduce(Pointer.root) { $0.appending($1) }
    return filter { $0.pointer == pointer }
  }
}

extension Pointer {
  /// What follows on another pointer that this one goes on from.
  func after(_ other: Pointer) -> Pointer {
    Pointer(String(text.utf8.dropFirst(other.text.utf8.count)) ?? "")
  }

  /// For what is inside a column of the schema, the column's position and what follows.
  var column: (position: Int, rest: Substring)? {
    let prefix = "/schema/fields/"
    guard text.hasPrefix(prefix) else { return nil }
    let rest = text.dropFirst(prefix.count)
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    return Int(rest[..<end]).map { ($0, rest[end...]) }
  }
}
