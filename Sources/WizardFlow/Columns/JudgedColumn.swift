import SinkSpec

/// What one column of the schema comes to, wherever it stands.
struct JudgedColumn: Sendable {
  /// A pointer that stands for any column's; what is kept is what follows on it.
  private static let anywhere: Pointer = "/schema/fields/0"

  let field: SchemaField
  /// The lines that it takes in the request.
  let lineCount: Int
  /// With pointers that go on from the column's own.
  let issues: [Issue]
  let heading: FieldHeading

  /// Judges a column; its rules ask for nothing outside it.
  init(_ field: SchemaField) {
    self.field = field
    let node = field.node(at: Self.anywhere, name: nil)
    lineCount = node.lineCount
    guard let document = node.document else {
      issues = []
      heading = .unknown
      return
    }
    let judged = Judge.judgeField(document, at: Self.anywhere)
    heading = judged.heading
    issues =
      judged.issues.map { $0.at($0.pointer.within(Self.anywhere)) } + field.warnings(at: .root)
  }

  /// The lines of the column where it stands.
  ///
  /// The `hasComma`: whether something follows it in the list.
  func lines(at position: Int, hasComma: Bool) -> [RequestLine] {
    let pointer = Pointer("/schema/fields").appending(position)
    return field.node(at: pointer, name: nil).lines(depth: 3, secrets: .masked, hasComma: hasComma)
  }

  /// The issues of the column where it stands.
  func issues(at position: Int) -> [Issue] {
    guard !issues.isEmpty else { return [] }
    let pointer = Pointer("/schema/fields").appending(position)
    return issues.map { $0.at(Pointer(pointer.text + $0.pointer.text)) }
  }
}

extension Issue {
  fileprivate func at(_ pointer: Pointer) -> Issue {
    Issue(
      severity: severity, pointer: pointer, rule: rule, message: message, isFinal: isFinal,
      offset: offset)
  }
}

extension Pointer {
  /// What follows on another pointer that this one goes on from.
  fileprivate func within(_ other: Pointer) -> Pointer {
    Pointer(String(text.utf8.dropFirst(other.text.utf8.count)) ?? "")
  }
}
