import SinkSpec

/// What fields beside one another come to, chunk by chunk, so that an edit costs what it changed.
struct JudgedList: Sendable {
  private(set) var fields = FieldList()
  private var chunks: [JudgedChunk] = []
  /// For each chunk the place of its first line, and at the end the number of lines.
  private var starts = [0]
  /// The issues of the fields as a list.
  private var listIssues = ListIssues()
  /// The sums of all issues.
  private(set) var totals = IssueTotals()

  /// The list of nothing.
  init() {}

  /// Judges a list of fields.
  ///
  /// - Parameters:
  ///   - fields: the fields.
  ///   - facts: what the rules of the schema's own list ask for; nil for a list inside a field.
  ///   - told: what is judged aloud.
  ///   - previous: the list as it was judged before, with the same facts or not, of which what did
  ///     not change is kept.
  ///   - areFactsSame: whether it was judged with the same facts.
  init(
    _ fields: FieldList, facts: RequestFacts?, _ told: ToldItems, after previous: JudgedList?,
    areFactsSame: Bool = true
  ) {
    if let previous, areFactsSame, previous.fields.isShared(with: fields) {
      self = previous
      return
    }
    self.fields = fields
    let old = previous?.chunks ?? []
    let new = fields.chunks
    var start = 0
    while start < min(old.count, new.count), old[start].source === new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end].source === new[new.count - 1 - end]
    { end += 1 }
    let replaced = old[start..<old.count - end]
    let judged = Self.judge(new[start..<new.count - end], after: replaced, told)
    chunks = old[..<start] + judged + old[(old.count - end)...]
    starts.reserveCapacity(chunks.count + 1)
    for chunk in chunks { starts.append(starts[starts.count - 1] + chunk.lineCount) }
    let changed = Self.changedHeadings(from: replaced, to: judged)
    if let previous, areFactsSame, changed?.isEmpty == true {
      listIssues = previous.listIssues
    } else {
      let wasClean = previous.map { areFactsSame && $0.listIssues.all.isEmpty } ?? false
      listIssues = ListIssues(
        issues(facts: facts, lastChanged: wasClean ? changed : nil), of: fields, told)
    }
    sum()
  }

  /// Judges chunks anew but for those, and those fields, that there were before.
  private static func judge(
    _ chunks: ArraySlice<FieldList.Chunk>, after old: ArraySlice<JudgedChunk>, _ told: ToldItems
  ) -> [JudgedChunk] {
    let kept = Dictionary(
      old.map { (ObjectIdentifier($0.source), $0) }, uniquingKeysWith: { first, _ in first })
    let sources = Set(chunks.map(ObjectIdentifier.init))
    var fields: [Int: JudgedField] = [:]
    for chunk in old where !sources.contains(ObjectIdentifier(chunk.source)) {
      for field in chunk.fields { fields[field.field.id] = field }
    }
    return chunks.map { chunk in
      kept[ObjectIdentifier(chunk)]
        ?? JudgedChunk(
          chunk,
          chunk.fields.map { field in
            let previous = fields[field.id]
            if let previous, previous.field == field { return previous }
            return JudgedField(field, told, after: previous)
          }, told)
    }
  }

  /// The headings that are other than before; nil when they are not the same in number.
  private static func changedHeadings(
    from old: ArraySlice<JudgedChunk>, to new: [JudgedChunk]
  ) -> [FieldHeading]? {
    let before = old.lazy.flatMap(\.fields).map(\.heading)
    let after = new.lazy.flatMap(\.fields).map(\.heading)
    guard old.reduce(0, { $0 + $1.fields.count }) == new.reduce(0, { $0 + $1.fields.count })
    else { return nil }
    return zip(before, after).filter { $0 != $1 }.map(\.1)
  }

  /// What the rules of a list find.
  ///
  /// The `changed`: the only headings that can be at fault; nil when all can be.
  private func issues(facts: RequestFacts?, lastChanged changed: [FieldHeading]?) -> [Issue] {
    let hashes = chunks.map(\.nameHashes)
    guard Judge.mayFindInList(hashes, changed: changed, facts: facts) else { return [] }
    return Judge.judgeList(of: chunks.flatMap { $0.fields.map(\.heading) }, facts: facts)
  }

  private mutating func sum() {
    totals = listIssues.totals
    for chunk in chunks { totals.add(chunk.totals) }
  }

  /// Counts anew what is told of a field and of those around it, or of all.
  ///
  /// - Parameters:
  ///   - steps: the way to the field from this list on; nil for all fields.
  ///   - told: what is judged aloud.
  mutating func retell(at steps: ArraySlice<FieldPath.Step>?, _ told: ToldItems) {
    guard let steps else {
      chunks = chunks.map { chunk in
        guard chunk.totals.count > 0 else { return chunk }
        return JudgedChunk(chunk.source, chunk.fields.map { $0.retold(at: nil, told) }, told)
      }
      listIssues.retell(of: fields, told)
      return sum()
    }
    guard case .position(let position)? = steps.first, fields.indices.contains(position)
    else { return }
    let index = fields.chunk(holding: position)
    let chunk = chunks[index]
    var judged = chunk.fields
    let offset = position - fields.starts[index]
    judged[offset] = judged[offset].retold(at: steps.dropFirst(), told)
    chunks[index] = JudgedChunk(chunk.source, judged, told)
    listIssues.retell(of: fields, told)
    sum()
  }

  subscript(position: Int) -> JudgedField {
    let index = fields.chunk(holding: position)
    return chunks[index].fields[position - fields.starts[index]]
  }
}

/// The lines of the fields.
extension JudgedList {
  var lineCount: Int { starts[starts.count - 1] }

  /// - Parameters:
  ///   - range: which lines; what is outside the list is left out.
  ///   - pointer: where the list stands.
  ///   - depth: of its fields.
  /// - Returns: the lines from top to bottom.
  func lines(in range: Range<Int>, at pointer: Pointer, depth: Int) -> [RequestLine] {
    guard !range.isEmpty, !chunks.isEmpty else { return [] }
    var lines: [RequestLine] = []
    for index in starts.segmentIndex(containing: range.lowerBound)..<chunks.count
    where starts[index] < range.upperBound {
      let chunk = chunks[index]
      let first = chunk.lineStarts.segmentIndex(
        containing: max(0, range.lowerBound - starts[index]))
      for offset in first..<chunk.fields.count {
        let place = starts[index] + chunk.lineStarts[offset]
        guard place < range.upperBound else { return lines }
        let position = fields.starts[index] + offset
        lines += chunk.fields[offset].lines(
          in: max(0, range.lowerBound - place)..<range.upperBound - place,
          at: LinePlace(
            pointer: pointer.appending(position), name: nil, depth: depth,
            hasComma: position + 1 < fields.count))
      }
    }
    return lines
  }

  /// The line of the value that a pointer names.
  ///
  /// The `tokens`: what the pointer has after the list's own.
  func line(of tokens: ArraySlice<String>) -> Int? {
    guard let position = tokens.first.flatMap({ Int($0) }), fields.indices.contains(position)
    else { return nil }
    let index = fields.chunk(holding: position)
    let before = starts[index] + chunks[index].lineStarts[position - fields.starts[index]]
    return self[position].line(of: tokens.dropFirst()).map { before + $0 }
  }
}

/// The issues of the fields.
extension JudgedList {
  /// Every issue, where the list stands: the fields', then those of the fields as a list.
  func issues(at pointer: Pointer) -> [Issue] {
    guard totals.count > 0 else { return [] }
    return chunks.indices.flatMap { index in
      chunks[index].totals.count == 0
        ? []
        : chunks[index].fields.enumerated().flatMap {
          $1.issues(at: pointer.appending(fields.starts[index] + $0))
        }
    } + listIssues.all.map { $0.within(pointer) }
  }

  /// The issues of the field at a position as one of the list; their pointers go on from it.
  func listIssues(at position: Int) -> [Issue] { listIssues.issues(at: position) }

  /// The issues of the field at the end of a way, also as one of its list; their pointers go on
  /// from that field.
  func ownIssues(at steps: ArraySlice<FieldPath.Step>) -> [Issue] {
    guard case .position(let position)? = steps.first, fields.indices.contains(position)
    else { return [] }
    let own = self[position].ownIssues(at: steps.dropFirst())
    return steps.count > 1 ? own : own + listIssues(at: position)
  }

  /// The issues of one value; nothing is said of where it stands.
  ///
  /// The `tokens`: what its pointer has after the list's own.
  func issues(of tokens: ArraySlice<String>) -> [Issue] {
    guard let position = tokens.first.flatMap({ Int($0) }), fields.indices.contains(position)
    else { return [] }
    let rest = tokens.dropFirst()
    let inList = listIssues(at: position)
    return self[position].issues(of: rest) + (inList.isEmpty ? [] : inList.at(rest))
  }

  /// The issue that has a place among those of a severity.
  func issue(_ place: Int, of severity: Severity, at pointer: Pointer) -> Issue? {
    var rest = place
    for (index, chunk) in chunks.enumerated() {
      guard rest < chunk.totals[severity] else {
        rest -= chunk.totals[severity]
        continue
      }
      for (offset, field) in chunk.fields.enumerated() {
        let count = field.count { $0[severity] }
        if rest < count {
          let position = fields.starts[index] + offset
          return field.issue(rest, of: severity, at: pointer.appending(position))
        }
        rest -= count
      }
    }
    let others = listIssues.all.filter { $0.severity == severity }
    return others.indices.contains(rest) ? others[rest].within(pointer) : nil
  }

  /// The nearest field with an issue inside it or as one of the list, from a position on.
  ///
  /// The `others`: positions that count too.
  func fieldWithIssue(from position: Int, by step: Int, orIn others: Set<Int>) -> Int? {
    guard !fields.isEmpty else { return nil }
    let isAnyListed = !others.isEmpty || !listIssues.all.isEmpty
    var at = position
    while fields.indices.contains(at) {
      let index = fields.chunk(holding: at)
      if chunks[index].totals.count == 0, !isAnyListed {
        at = step > 0 ? fields.starts[index + 1] : fields.starts[index] - 1
        continue
      }
      let hasIssue =
        self[at].count(\.count) > 0 || !listIssues.issues(at: at).isEmpty
        || others.contains(at)
      if hasIssue { return at }
      at += step
    }
    return nil
  }
}
