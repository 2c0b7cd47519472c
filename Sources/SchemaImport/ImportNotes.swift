import SinkSpec

/// What a reader has to tell of a schema as a whole: a file with 500 `doc` members is one remark.
struct ImportNotes {
  /// Columns in all that are read; a few lines of references can stand for any number of them.
  static let columnLimit = 20_000
  /// Columns inside one another.
  static let depthLimit = 250
  private static let namesTold = 12

  private var leftOut: [String: Int] = [:]
  private var renamed: [String: Int] = [:]
  private var columns = 0

  /// Counts one more column; false when there are too many.
  mutating func admit(depth: Int) -> Bool {
    columns += 1
    return columns <= Self.columnLimit && depth <= Self.depthLimit
  }

  /// A member that says nothing that a sink's schema could say.
  mutating func leaveOut(_ member: String) { leftOut[member.abbreviated, default: 0] += 1 }

  /// A type that has another name here, and means the same.
  mutating func rename(_ type: String, to name: String) {
    renamed["\(type.abbreviated) is \(name) here", default: 0] += 1
  }

  /// Members of an object that are not among those that are read.
  mutating func leaveOut(
    membersOf index: JSONDocument.Index, in document: JSONDocument, except known: Set<String>
  ) {
    for member in document.members(index) {
      guard let name = document.string(member.name), !known.contains(name) else { continue }
      leaveOut(name)
    }
  }

  var diagnostics: [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if !renamed.isEmpty { diagnostics.append(Diagnostic(.note, Self.list(renamed))) }
    if !leftOut.isEmpty {
      diagnostics.append(
        Diagnostic(.note, "left out, as a sink's schema has no place for it: \(Self.list(leftOut))")
      )
    }
    if columns > Self.columnLimit {
      diagnostics.append(
        Diagnostic(.warning, "more than \(Self.columnLimit) columns; what lies beyond is json"))
    }
    return diagnostics
  }

  private static func list(_ counts: [String: Int]) -> String {
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let abbreviated = sorted.prefix(namesTold).map {
      $0.value == 1 ? $0.key : "\($0.key) (\($0.value))"
    }
    let rest = sorted.count - abbreviated.count
    return abbreviated.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}

extension String {
  /// A name out of a file as a sentence has it: its beginning, when it goes on and on.
  var abbreviated: String { count > 40 ? prefix(40) + "…" : self }
}
