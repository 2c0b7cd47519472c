import SinkSpec

/// The schema's part of a judgement, column by column, so that an edit costs what it changed.
struct SchemaJudgement: Sendable {
  private var facts: RequestFacts
  /// The columns and other members that were judged.
  private var list = FieldList()
  private var others: [RequestNode] = []
  private(set) var chunks: [JudgedChunk] = []
  /// The issues of the columns as a list.
  private var listIssues = ListIssues()
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
    list = draft.fields
    others = draft.schemaOthers
    let areOthersSame = previous?.facts == facts && previous?.others == others
    if let previous, areOthersSame, previous.list.isShared(with: list) {
      self = previous
      return
    }
    otherIssues = areOthersSame ? previous?.otherIssues ?? [] : issuesOf(others)
    let areNamesSame = judgeColumns(after: previous, told)
    if areNamesSame, let previous, previous.facts == facts {
      listIssues = previous.listIssues
    } else {
      listIssues = ListIssues(judgeList(), of: list, told)
    }
    lines = SchemaLines(chunks: chunks, positions: list.starts, others: others)
  }

  /// - Returns: whether the rules of a list find what they found before.
  private mutating func judgeColumns(after previous: SchemaJudgement?, _ told: ToldItems) -> Bool {
    let old = previous?.chunks ?? []
    let new = list.chunks
    var start = 0
    while start < min(old.count, new.count), old[start].source === new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end].source === new[new.count - 1 - end]
    { end += 1 }
    let replaced = old[start..<old.count - end]
    let judged = Self.judge(new[start..<new.count - end], after: replaced, told)
    chunks = old[..<start] + judged + old[(old.count - end)...]
    return replaced.lazy.flatMap(\.columns).map(\.heading)
      .elementsEqual(judged.lazy.flatMap(\.columns).map(\.heading))
  }

  /// Judges chunks anew but for those, and those columns, that there were before.
  private static func judge(
    _ chunks: ArraySlice<FieldList.Chunk>, after old: ArraySlice<JudgedChunk>, _ told: ToldItems
  ) -> [JudgedChunk] {
    let kept = Dictionary(
      old.map { (ObjectIdentifier($0.source), $0) }, uniquingKeysWith: { first, _ in first })
    let sources = Set(chunks.map(ObjectIdentifier.init))
    var columns: [Int: JudgedColumn] = [:]
    for chunk in old where !sources.contains(ObjectIdentifier(chunk.source)) {
      for column in chunk.columns { columns[column.field.id] = column }
    }
    return chunks.map { chunk in
      kept[ObjectIdentifier(chunk)]
        ?? JudgedChunk(
          chunk,
          chunk.fields.map { field in
            if let column = columns[field.id], column.field == field { return column }
            return JudgedColumn(field)
          }, told: told)
    }
  }

  private func judgeList() -> [Issue] {
    guard Judge.mayFindInList(chunks.map(\.nameHashes), facts: facts) else { return [] }
    return Judge.judgeList(of: chunks.flatMap { $0.columns.map(\.heading) }, facts: facts)
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

  /// Counts anew what is told of a column.
  mutating func retell(column position: Int, _ told: ToldItems) {
    guard list.indices.contains(position) else { return }
    let index = list.chunk(holding: position)
    chunks[index] = JudgedChunk(chunks[index].source, chunks[index].columns, told: told)
    listIssues.retell(of: list, told)
  }

  /// Counts anew what is told of every column.
  mutating func retellAll(_ told: ToldItems) {
    chunks = chunks.map { JudgedChunk($0.source, $0.columns, told: told) }
    listIssues.retell(of: list, told)
  }
}

/// The issues of the schema.
extension SchemaJudgement {
  /// Every issue: the columns' first, then those of the columns as a list, then the others.
  var issues: [Issue] {
    columnIssues(in: 0..<chunks.count) + listIssues.all + otherIssues
  }

  /// What of the columns' issues is told and what is not.
  var columnState: StepState {
    var state = listIssues.state
    for chunk in chunks where chunk.issueCount > 0 { state.add(chunk.state) }
    return state
  }

  private func columnIssues(in range: Range<Int>) -> [Issue] {
    range.flatMap { index in
      chunks[index].columns.enumerated().flatMap {
        $1.issues(at: list.starts[index] + $0)
      }
    }
  }

  func count(_ severity: Severity) -> Int {
    chunks.reduce(0) { $0 + ($1.counts[severity] ?? 0) }
      + (listIssues.all + otherIssues).count { $0.severity == severity }
  }

  /// The issues of a value, in no order.
  func issues(at pointer: Pointer) -> [Issue] {
    guard let (position, _) = pointer.column else {
      return otherIssues.filter { $0.pointer == pointer }
    }
    guard list.indices.contains(position) else {
      return otherIssues.filter { $0.pointer == pointer }
    }
    return issues(ofColumn: position).filter { $0.pointer == pointer }
  }

  /// The issues of a column and of all inside it.
  func issues(ofColumn position: Int) -> [Issue] {
    let index = list.chunk(holding: position)
    let own = chunks[index].columns[position - list.starts[index]].issues(at: position)
    return own + listIssues.issues(ofColumn: position)
  }

  /// The issue that has a place among those of a severity.
  func issue(_ place: Int, of severity: Severity) -> Issue? {
    var rest = place
    for (index, chunk) in chunks.enumerated() {
      let count = chunk.counts[severity] ?? 0
      if rest < count {
        return columnIssues(in: index..<index + 1).filter { $0.severity == severity }[rest]
      }
      rest -= count
    }
    let others = (listIssues.all + otherIssues).filter { $0.severity == severity }
    return others.indices.contains(rest) ? others[rest] : nil
  }

  /// The nearest column with an issue, from a position on.
  ///
  /// The `others`: positions that count too.
  func columnWithIssue(from position: Int, by step: Int, orIn others: Set<Int>) -> Int? {
    guard !list.isEmpty else { return nil }
    func isListed(_ position: Int) -> Bool {
      others.contains(position) || !listIssues.issues(ofColumn: position).isEmpty
    }
    let isAnyListed = !others.isEmpty || !listIssues.all.isEmpty
    var at = position
    while list.indices.contains(at) {
      let index = list.chunk(holding: at)
      let chunk = chunks[index]
      if chunk.issueCount == 0, !isAnyListed {
        at = step > 0 ? list.starts[index + 1] : list.starts[index] - 1
        continue
      }
      if !chunk.columns[at - list.starts[index]].issues.isEmpty || isListed(at) {
        return at
      }
      at += step
    }
    return nil
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

extension Pointer {
  /// For what is inside a column of the schema, the column's position and what follows.
  var column: (position: Int, rest: Substring)? {
    let prefix = "/schema/fields/"
    guard text.hasPrefix(prefix) else { return nil }
    let rest = text.dropFirst(prefix.count)
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    return Int(rest[..<end]).map { ($0, rest[end...]) }
  }
}
