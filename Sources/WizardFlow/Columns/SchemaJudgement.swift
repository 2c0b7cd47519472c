import SinkSpec

/// The schema's part of a judgement: its columns, and what else it has.
struct SchemaJudgement: Sendable {
  private static let list: Pointer = "/schema/fields"

  private var facts: RequestFacts
  private var columns = JudgedList()
  /// The other members that were judged.
  private var others: [RequestNode] = []
  /// The issues of what are no columns; of a schema without columns of the form, all.
  private(set) var otherIssues: [Issue] = []
  private(set) var lines = SchemaLines()

  /// Judges the schema of a draft.
  ///
  /// - Parameters:
  ///   - draft: what the operator has given.
  ///   - facts: what the schema's rules ask of the rest of the request.
  ///   - told: what is judged aloud.
  ///   - previous: an earlier judgement, of which the columns that did not change are kept.
  init(of draft: Draft, facts: RequestFacts, told: ToldItems, after previous: SchemaJudgement?) {
    self.facts = facts
    guard draft.listsColumns else {
      judgeWhole(draft)
      return
    }
    // One without columns was judged as a whole: nothing of it can be kept.
    let previous = previous.flatMap { $0.columns.fields.isEmpty ? nil : $0 }
    let areFactsSame = previous?.facts == facts
    others = draft.schemaOthers
    if let previous, areFactsSame, previous.others == others {
      otherIssues = previous.otherIssues
    } else {
      otherIssues = issuesOf(others)
    }
    columns = JudgedList(
      draft.fields, facts: facts, told, after: previous?.columns, areFactsSame: areFactsSame)
    lines = SchemaLines(columns: columns, others: others)
  }

  private func issuesOf(_ others: [RequestNode]) -> [Issue] {
    let node = RequestNode(name: nil, pointer: "/schema", content: .object(others))
    guard !others.isEmpty else { return [] }
    return Self.issues(of: node, facts)
  }

  /// A schema without columns of the form is small, and judged as one.
  private mutating func judgeWhole(_ draft: Draft) {
    guard let node = draft.schema else { return }
    otherIssues = Self.issues(of: node, facts)
    lines = SchemaLines(whole: node.lines(depth: 1, secrets: .masked))
  }

  private static func issues(of node: RequestNode, _ facts: RequestFacts) -> [Issue] {
    let root = RequestNode(name: nil, pointer: node.pointer, content: node.content)
    guard let document = root.document, let parameter = SinkDescription.parameter(at: "/schema")
    else { return [] }
    return Judge.issues(of: document, as: parameter, base: "/schema", facts: facts)
  }

  /// Counts anew what is told of a field; nil for every field.
  mutating func retell(at path: FieldPath?, _ told: ToldItems) {
    columns.retell(at: path?.steps[...], told)
  }

  // MARK: Issues

  /// Every issue: the columns' first, then those of the columns as a list, then the others.
  var issues: [Issue] { columns.issues(at: Self.list) + otherIssues }

  /// What of the columns' issues is told and what is not.
  var columnState: StepState { columns.totals.state }

  func count(_ severity: Severity) -> Int {
    columns.totals[severity] + otherIssues.count { $0.severity == severity }
  }

  /// The issues of a value, in no order.
  func issues(at pointer: Pointer) -> [Issue] {
    let isInColumns = columns.fields.indices.contains(pointer.column?.position ?? -1)
    guard isInColumns else { return otherIssues.filter { $0.pointer == pointer } }
    guard columns.totals.count > 0 else { return [] }
    return columns.issues(of: pointer.tokens.dropFirst(2)).map { $0.at(pointer) }
  }

  /// The issues of a field itself, and not of what is inside it.
  func issues(ofField path: FieldPath) -> [Issue] {
    let issues = columns.ownIssues(at: path.steps[...])
    guard !issues.isEmpty else { return [] }
    let pointer = path.pointer
    return issues.map { $0.within(pointer) }
  }

  /// The issues of a column and of all inside it.
  func issues(ofColumn position: Int) -> [Issue] {
    let pointer = Self.list.appending(position)
    return columns[position].issues(at: pointer)
      + columns.listIssues(at: position).map { $0.within(pointer) }
  }

  /// The issue that has a place among those of a severity.
  func issue(_ place: Int, of severity: Severity) -> Issue? {
    let inColumns = columns.totals[severity]
    if place < inColumns { return columns.issue(place, of: severity, at: Self.list) }
    let others = otherIssues.filter { $0.severity == severity }
    return others.indices.contains(place - inColumns) ? others[place - inColumns] : nil
  }

  /// The nearest column with an issue, from a position on.
  ///
  /// The `others`: positions that count too.
  func columnWithIssue(from position: Int, by step: Int, orIn others: Set<Int>) -> Int? {
    columns.fieldWithIssue(from: position, by: step, orIn: others)
  }
}

extension RequestNode {
  /// The value as the document that would be sent; nil only when it is missing.
  var document: JSONDocument? {
    // What a file has in the wrong place may stand deeper in the request than in the file.
    try? JSONDocument(
      parsing: Array(text(secrets: .shown).utf8), depthLimit: 2 * JSONDocument.depthLimit)
  }
}
