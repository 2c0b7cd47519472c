import SinkSpec

/// The validation of a list of columns, updated incrementally.
///
/// It caches one result per column. An update validates only the chunks of columns that changed
/// since the previous update.
struct ColumnListValidation: Sendable {
  /// The member that contains the list.
  let slot: ChildSlot
  private(set) var list = FieldList()
  private(set) var own: [ShallowValidation] = []
  /// The validations of nested columns, by the identity of their column.
  private var children: [Int: ColumnListValidation] = [:]
  /// The index of each column's first line, followed by the number of lines.
  private(set) var lineStarts = [0]
  private var names = NameCounts()
  private var context: RequestContext?
  /// The issues of the list's own rules, by position; the pointers are relative to the column.
  private var listIssues: [Int: [Issue]] = [:]
  /// The positions of columns with issues, in ascending order.
  private(set) var positionsWithIssues: [Int] = []
  private(set) var totals = IssueTotals()

  init(_ slot: ChildSlot) { self.slot = slot }

  var indices: Range<Int> { own.indices }

  // MARK: Updating

  /// Validates the columns that changed since the previous update.
  ///
  /// - Parameters:
  ///   - new: The columns.
  ///   - context: The context for the rules of the top-level list; nil for a nested list.
  package mutating func update(to new: FieldList, context: RequestContext? = nil) {
    let hasSameContext = context == self.context
    guard !hasSameContext || !list.isShared(with: new) else { return }
    self.context = context
    let (old, changed) = list.difference(from: new)
    let before = (old.map(lineCount(at:)), own[old].map(\.summary), old.map(totals(at:)))
    own.replaceSubrange(old, with: validate(new, changed, after: old))
    list = new
    let after = (changed.map(lineCount(at:)), own[changed].map(\.summary), changed.map(totals(at:)))
    if before.0 != after.0 { replaceLines(of: old, with: after.0) }
    let hadListIssues = !listIssues.isEmpty
    if !hasSameContext || before.1 != after.1 {
      before.1.forEach { names.remove($0.name) }
      after.1.forEach { names.insert($0.name) }
      updateListIssues()
    }
    if hadListIssues || !listIssues.isEmpty || before.2 != after.2 { updateTotals() }
  }

  /// Validates a range of columns, reusing the results of unchanged columns, found by identity.
  private mutating func validate(
    _ new: FieldList, _ changed: Range<Int>, after old: Range<Int>
  ) -> [ShallowValidation] {
    var known = Dictionary(old.map { (list[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    var alike = AlikeColumns(areItems: slot == .items)
    let results = changed.map { position in
      let column = new[position]
      let before = known.removeValue(forKey: column.id)
      if let before, list[before] == column { return own[before] }
      updateChildren(of: column)
      if let before, list[before].withPlaceholder == column.withPlaceholder { return own[before] }
      return alike.validation(of: column)
    }
    for id in known.keys { children[id] = nil }
    return results
  }

  private mutating func updateChildren(of column: SchemaField) {
    let slot = column.childSlot
    if slot == nil, children.isEmpty { return }
    if children[column.id]?.slot != slot {
      children[column.id] = slot.map { ColumnListValidation($0) }
    }
    children[column.id]?.update(to: slot == .items ? column.item : column.children)
  }

  private mutating func replaceLines(of old: Range<Int>, with counts: [Int]) {
    var end = lineStarts[old.lowerBound]
    let starts = counts.map { count in
      defer { end += count }
      return end
    }
    let shift = end - lineStarts[old.upperBound]
    for position in old.upperBound..<lineStarts.count { lineStarts[position] += shift }
    lineStarts.replaceSubrange(old, with: starts)
  }

  private mutating func updateListIssues() {
    listIssues = [:]
    guard names.mayBreakRules(in: context) else { return }
    for (position, issue) in Validator.validateList(of: own.map(\.summary), context: context) {
      listIssues[position, default: []].append(issue)
    }
  }

  private mutating func updateTotals() {
    totals = IssueTotals()
    positionsWithIssues = own.indices.filter { position in
      let ofColumn = totals(at: position)
      totals += ofColumn
      return ofColumn.count > 0
    }
  }

  func inside(_ position: Int) -> ColumnListValidation? {
    own[position].hasChildren ? children[list[position].id] : nil
  }

  private func lineCount(at position: Int) -> Int {
    own[position].lineCount + (inside(position)?.lineCount ?? 0)
  }

  private func totals(at position: Int) -> IssueTotals {
    var totals = own[position].totals
    if let inside = inside(position) { totals += inside.totals }
    if !listIssues.isEmpty { totals += IssueTotals(listIssues[position] ?? []) }
    return totals
  }
}

/// The lines of the columns in the request.
extension ColumnListValidation {
  var lineCount: Int { lineStarts[own.count] }

  /// Returns a range of the list's lines.
  ///
  /// - Parameters:
  ///   - range: The lines, clamped to those of the list.
  ///   - holder: The value that contains the list.
  ///   - hasComma: Whether another member follows the list.
  /// - Returns: The lines from top to bottom.
  func lines(in range: Range<Int>, of holder: LinePosition, hasComma: Bool = false) -> [RequestLine]
  {
    let range = range.clamped(to: 0..<lineCount)
    guard !range.isEmpty else { return [] }
    var lines: [RequestLine] = []
    for position in lineStarts.segmentIndex(containing: range.lowerBound)..<own.count
    where lineStarts[position] < range.upperBound {
      let line = LinePosition(
        pointer: pointer(of: position, in: holder.pointer),
        name: memberName,
        depth: holder.depth + (slot == .items ? 1 : 2),
        hasComma: slot == .items ? hasComma : position + 1 < own.count)
      lines += self.lines(in: range.shifted(by: -lineStarts[position]), at: position, line)
    }
    return lines
  }

  private func lines(
    in range: Range<Int>, at position: Int, _ line: LinePosition
  ) -> [RequestLine] {
    let (own, inside) = (own[position], inside(position))
    let end = own.linesBefore + (inside?.lineCount ?? 0)
    let middle =
      inside?.lines(
        in: range.shifted(by: -own.linesBefore), of: line,
        hasComma: own.lineCount - own.linesBefore > 1) ?? []
    guard range.lowerBound < own.linesBefore || range.upperBound > end else { return middle }
    let (before, after) = ownLines(at: position, line)
    return before.part(range, from: 0) + middle + after.part(range, from: end)
  }

  /// Returns a column's own lines, before and after those of its children.
  func ownLines(
    at position: Int, _ line: LinePosition
  ) -> (before: ArraySlice<RequestLine>, after: ArraySlice<RequestLine>) {
    let lines = list[position].withPlaceholder.node(at: line.pointer, name: line.name)
      .lines(depth: line.depth, secrets: .masked, hasComma: line.hasComma)
    let count = own[position].linesBefore
    return (lines[..<count], lines[count...].dropFirst(inside(position) == nil ? 0 : 1))
  }

  /// The name of the member that is the list's only column; nil for the elements of an array.
  var memberName: String? { slot == .items ? slot.rawValue : nil }

  private func pointer(of position: Int, in holder: Pointer) -> Pointer {
    let pointer = holder.appending(slot.rawValue)
    return slot == .items ? pointer : pointer.appending(position)
  }

  /// Returns the line of a pointer that is relative to a column.
  fileprivate func line(of pointer: Pointer, at position: Int) -> Int? {
    let (before, after) = ownLines(at: position, LinePosition(pointer: .root))
    let line = (before + after).firstIndex { $0.pointer == pointer }
    return line.map {
      lineStarts[position] + ($0 < before.count ? $0 : $0 + (inside(position)?.lineCount ?? 0))
    }
  }

  /// Returns the innermost column on the path of a pointer; nil if there is none.
  ///
  /// The tokens are relative to the value that contains the list.
  func locate(_ tokens: ArraySlice<String>) -> LocatedColumn? {
    guard tokens.first == slot.rawValue else { return nil }
    var rest = tokens.dropFirst()
    let position = slot == .items ? 0 : rest.popFirst().flatMap { Int($0) } ?? -1
    guard own.indices.contains(position) else { return nil }
    if var found = inside(position)?.locate(rest) {
      found.firstLine += lineStarts[position] + own[position].linesBefore
      return found
    }
    return LocatedColumn(
      list: self, position: position, rest: rest.reduce(.root) { $0.appending($1) },
      issues: ownIssues(at: position))
  }
}

/// The issues of the columns.
extension ColumnListValidation {
  /// All issues; the pointers are relative to the value that contains the list.
  var issues: [Issue] { positionsWithIssues.flatMap { issues(ofColumn: $0) } }

  /// Returns the issues of a column and its children.
  func issues(ofColumn position: Int) -> [Issue] {
    relativeIssues(at: position).map { $0.within(pointer(of: position, in: .root)) }
  }

  private func relativeIssues(at position: Int) -> [Issue] {
    ownIssues(at: position) + (inside(position)?.issues ?? [])
  }

  private func ownIssues(at position: Int) -> [Issue] {
    own[position].issues + (listIssues[position] ?? [])
  }

  /// Returns the issue at an index among those of one severity.
  package func issue(_ index: Int, of severity: Severity) -> Issue? {
    var rest = index
    for position in positionsWithIssues {
      let count = totals(at: position)[severity]
      guard rest >= count else {
        let own = ownIssues(at: position).filter { $0.severity == severity }
        let found =
          rest < own.count
          ? own[rest] : inside(position)?.issue(rest - own.count, of: severity)
        return found?.within(pointer(of: position, in: .root))
      }
      rest -= count
    }
    return nil
  }

  /// Returns the tentative issues that meet a condition, from some of the columns.
  ///
  /// - Parameters:
  ///   - isWanted: Returns whether to include the issues of a column.
  ///   - condition: The condition; the issue's pointer is relative to the column.
  /// - Returns: The issues in the order of the columns.
  package func tentativeIssues(
    inColumns isWanted: (SchemaField) -> Bool, where condition: (Issue, SchemaField) -> Bool
  ) -> [Issue] {
    guard totals.tentative > 0 else { return [] }
    return positionsWithIssues.filter { isWanted(list[$0]) }.flatMap { position in
      relativeIssues(at: position).filter { $0.isTentative && condition($0, list[position]) }
    }
  }
}

/// The column on the path of a pointer.
struct LocatedColumn {
  fileprivate let list: ColumnListValidation
  fileprivate let position: Int
  /// The rest of the pointer, relative to the column.
  let rest: Pointer
  /// The issues of the column itself; the pointers are relative to it.
  let issues: [Issue]
  fileprivate var firstLine = 0

  /// The line of the pointer's value.
  var line: Int? { list.line(of: rest, at: position).map { firstLine + $0 } }
}

/// The position of a value in the printed request.
struct LinePosition {
  let pointer: Pointer
  /// The name of the member; nil for an element of an array.
  var name: String?
  var depth = 0
  /// Whether a sibling follows.
  var hasComma = false
}

extension ArraySlice<RequestLine> {
  /// Returns the lines in a range, given the number of the first line.
  func part(_ range: Range<Int>, from first: Int) -> ArraySlice {
    let shift = startIndex - first
    return self[range.clamped(to: first..<first + count).shifted(by: shift)]
  }
}

extension Range<Int> {
  func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
