import SinkSpec

/// Aggregated notes about a schema: a file with 500 `doc` members yields one diagnostic.
struct ImportNotes {
  /// The maximum number of columns.
  ///
  /// A few lines of references can expand to any number.
  static let columnLimit = 20_000
  /// The maximum nesting depth.
  static let depthLimit = 250
  private static let listLimit = 12

  private var ignored: [String: Int] = [:]
  private var renamed: [String: Int] = [:]
  private var columns = 0
  private var parts = 0

  /// Counts a column and returns whether it is within the limits.
  mutating func admit(depth: Int) -> Bool {
    columns += 1
    return columns <= Self.columnLimit && depth <= Self.depthLimit
      && parts <= Self.columnLimit * 10
  }

  /// Counts the schemas that make up a column, and returns whether they are within the limit.
  ///
  /// A few lines of `allOf` can refer to any number of schemas.
  mutating func admit(parts count: Int) -> Bool {
    parts += count
    return parts <= Self.columnLimit * 10
  }

  /// Notes a member without a counterpart in a sink's schema.
  mutating func ignore(_ member: String) { ignored[member.abbreviated, default: 0] += 1 }

  /// Notes members without a counterpart.
  mutating func ignore(_ members: [String]) { for member in members { ignore(member) } }

  /// Notes a type with an equivalent of a different name.
  mutating func rename(_ type: String, to name: String) {
    renamed["\(type.abbreviated) is imported as \(name)", default: 0] += 1
  }

  /// Notes the members of an object that are not imported.
  mutating func ignore(
    membersOf index: JSONDocument.Index, in document: JSONDocument, except known: Set<String>
  ) {
    for member in document.members(index) {
      guard let name = document.string(member.name), !known.contains(name) else { continue }
      ignore(name)
    }
  }

  var diagnostics: [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if !renamed.isEmpty { diagnostics.append(Diagnostic(.note, Self.list(renamed))) }
    if !ignored.isEmpty {
      diagnostics.append(
        Diagnostic(.note, "ignored, because sink schemas do not support it: \(Self.list(ignored))")
      )
    }
    if columns > Self.columnLimit || parts > Self.columnLimit * 10 {
      diagnostics.append(
        Diagnostic(.warning, "more than \(Self.columnLimit) columns; the rest is imported as json"))
    }
    return diagnostics
  }

  private static func list(_ counts: [String: Int]) -> String {
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let abbreviated = sorted.prefix(listLimit).map {
      $0.value == 1 ? $0.key : "\($0.key) (\($0.value))"
    }
    let rest = sorted.count - abbreviated.count
    return abbreviated.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}

extension String {
  /// The name, truncated to 40 characters for messages.
  var abbreviated: String { count > 40 ? prefix(40) + "…" : self }
}
