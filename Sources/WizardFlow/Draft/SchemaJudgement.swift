import SinkSpec

/// The schema's part of a judgement, column by column, so that an edit costs what it changed.
struct SchemaJudgement: Sendable {
  /// What one top-level column comes to.
  private struct Column: Sendable {
    let field: SchemaField
    let lines: [RequestLine]
    let issues: [Issue]
    let heading: FieldHeading
  }

  private var facts: RequestFacts
  /// The fields and other members that were judged.
  private var fields: [SchemaField] = []
  private var others: [RequestNode] = []
  private var columns: [Column] = []
  private var headings: [FieldHeading] = []
  /// The issues of the columns as a list.
  private var listIssues: [Issue] = []
  private(set) var lines = SchemaLines()
  private(set) var issues: [Issue] = []

  /// Judges the schema of a draft.
  ///
  /// - Parameters:
  ///   - draft: what the operator has given.
  ///   - facts: what the schema's rules ask of the rest of the request.
  ///   - previous: an earlier judgement, of which the columns that did not change are kept.
  init(of draft: Draft, facts: RequestFacts, after previous: SchemaJudgement?) {
    self.facts = facts
    guard draft.listsColumns else {
      judgeWhole(draft)
      return
    }
    let kept = previous?.facts == facts ? previous : nil
    others = draft.schemaOthers
    if let kept, kept.others == others, kept.fields == draft.fields {
      self = kept
      return
    }
    fields = draft.fields
    judgeColumns(of: draft, after: kept)
    issues = columns.flatMap(\.issues) + listIssues + issuesOf(others)
    lines = SchemaLines(columns: columns.map(\.lines), others: others)
  }

  private mutating func judgeColumns(of draft: Draft, after previous: SchemaJudgement?) {
    let old = previous?.columns ?? []
    columns.reserveCapacity(draft.fields.count)
    for (index, field) in draft.fields.enumerated() {
      if index < old.count, old[index].field == field {
        columns.append(old[index])
      } else {
        columns.append(judge(field, at: index))
      }
    }
    headings = columns.map(\.heading)
    listIssues =
      previous?.headings == headings
      ? previous?.listIssues ?? [] : Judge.judgeList(of: headings, facts: facts)
  }

  private func judge(_ field: SchemaField, at index: Int) -> Column {
    let pointer = Pointer("/schema/fields").appending(index)
    let node = field.node(at: pointer, name: nil)
    let lines = node.lines(depth: 3, secrets: .masked, hasComma: true)
    guard let document = node.document else {
      return Column(field: field, lines: lines, issues: [], heading: .unknown)
    }
    let (issues, heading) = Judge.judgeField(document, at: pointer, facts: facts)
    return Column(field: field, lines: lines, issues: issues, heading: heading)
  }

  private func issuesOf(_ others: [RequestNode]) -> [Issue] {
    let node = RequestNode(name: nil, pointer: "/schema", content: .object(others))
    guard !others.isEmpty else { return [] }
    return Self.issues(of: node, facts)
  }

  /// A schema without columns of the form is small, and judged as one.
  private mutating func judgeWhole(_ draft: Draft) {
    guard let node = draft.schema else { return }
    issues = Self.issues(of: node, facts)
    lines = SchemaLines(whole: node.lines(depth: 1, secrets: .masked))
  }

  private static func issues(of node: RequestNode, _ facts: RequestFacts) -> [Issue] {
    let root = RequestNode(name: nil, pointer: node.pointer, content: node.content)
    guard let document = root.document, let parameter = SinkDescription.parameter(at: "/schema")
    else { return [] }
    return Judge.issues(of: document, as: parameter, base: "/schema", facts: facts)
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
