import SinkSpec

/// What one field of the schema comes to, wherever it stands, and what is inside it comes to.
final class JudgedField: Sendable {
  /// What is inside a field.
  private enum Inside: Sendable {
    case nothing
    // Most fields hold none: a reference takes less room in each than a list.
    indirect case fields(JudgedList)
    case item(JudgedField)
  }

  let field: SchemaField
  private let own: FieldAlone
  private let inside: Inside
  let lineCount: Int

  var heading: FieldHeading { own.heading }

  private init(_ field: SchemaField, _ own: FieldAlone, _ inside: Inside) {
    self.field = field
    self.own = own
    self.inside = inside
    switch inside {
    case .nothing: lineCount = own.lineCount
    case .fields(let list): lineCount = own.lineCount + list.lineCount
    case .item(let item): lineCount = own.lineCount + item.lineCount
    }
  }

  /// Judges a field; its rules ask for nothing outside it.
  ///
  /// - Parameters:
  ///   - field: the field.
  ///   - isItem: whether it is the item of a list, which needs no name.
  ///   - told: what is judged aloud.
  ///   - previous: the same field as it was judged before, of which what did not change is kept.
  convenience init(
    _ field: SchemaField, isItem: Bool = false, _ told: ToldItems, after previous: JudgedField?
  ) {
    let inside: Inside =
      switch field.innerPlace {
      case nil: .nothing
      case .fields:
        .fields(JudgedList(field.children, facts: nil, told, after: previous?.fieldsInside))
      case .item:
        .item(JudgedField(field.item[0], isItem: true, told, after: previous?.itemInside))
      }
    let isSame =
      previous?.field.withoutInside == field.withoutInside
      && previous?.field.innerPlace == field.innerPlace
    let own = isSame ? previous?.own : nil
    self.init(field, own ?? FieldAlone(field, isItem: isItem), inside)
  }

  private var fieldsInside: JudgedList? { if case .fields(let list) = inside { list } else { nil } }
  private var itemInside: JudgedField? { if case .item(let item) = inside { item } else { nil } }

  // MARK: Lines

  /// Lines of the field where it stands.
  ///
  /// - Parameters:
  ///   - range: which of them; what is outside the field is left out.
  ///   - place: where it stands.
  /// - Returns: the lines from top to bottom.
  func lines(in range: Range<Int>, at place: LinePlace) -> [RequestLine] {
    let last = lineCount - (own.lineCount - own.linesBefore)
    let around =
      range.lowerBound < own.linesBefore || range.upperBound > last ? frame(at: place) : []
    let opening = around.prefix(own.linesBefore)
    let closing = around.suffix(own.lineCount - own.linesBefore)
    var lines = Array(Array(opening).part(range, from: 0))
    let rangeInside = range.clamped(to: own.linesBefore..<last)
    if !rangeInside.isEmpty {
      let shifted =
        rangeInside.lowerBound - own.linesBefore..<rangeInside.upperBound - own.linesBefore
      lines += linesInside(shifted, at: place)
    }
    return lines + Array(closing).part(range, from: last)
  }

  private func linesInside(_ range: Range<Int>, at place: LinePlace) -> [RequestLine] {
    switch inside {
    case .nothing: []
    case .fields(let list):
      list.lines(in: range, at: place.pointer.appending("fields"), depth: place.depth + 2)
    case .item(let item): item.lines(in: range, at: itemPlace(in: place))
    }
  }

  private func itemPlace(in place: LinePlace) -> LinePlace {
    LinePlace(
      pointer: place.pointer.appending("items"), name: "items", depth: place.depth + 1,
      hasComma: own.lineCount - own.linesBefore > 1)
  }

  /// The field's lines without what is inside.
  private func frame(at place: LinePlace) -> [RequestLine] {
    var lines = field.shell.node(at: place.pointer, name: place.name)
      .lines(depth: place.depth, secrets: .masked, hasComma: place.hasComma)
    if case .nothing = inside { return lines }
    lines.remove(at: own.linesBefore)
    return lines
  }

  /// The line of the value that a pointer names, counted from the field's first.
  ///
  /// The `tokens`: what the pointer has after the field's own.
  func line(of tokens: ArraySlice<String>) -> Int? {
    if case .fields(let list) = inside, tokens.first == "fields", tokens.count > 1 {
      return list.line(of: tokens.dropFirst()).map { own.linesBefore + $0 }
    }
    if case .item(let item) = inside, tokens.first == "items" {
      return item.line(of: tokens.dropFirst()).map { own.linesBefore + $0 }
    }
    let wanted = tokens.reduce(Pointer.root) { $0.appending($1) }
    let frame = frame(at: LinePlace(pointer: .root, name: nil, depth: 0, hasComma: false))
    guard let index = frame.firstIndex(where: { $0.pointer == wanted }) else { return nil }
    return index < own.linesBefore ? index : index + lineCount - own.lineCount
  }

  // MARK: Issues

  /// The issues of the field itself at the end of a way from here; their pointers go on from it.
  func ownIssues(at steps: ArraySlice<FieldPath.Step>) -> [Issue] {
    switch inside {
    case .fields(let list) where !steps.isEmpty: list.ownIssues(at: steps)
    case .item(let item) where !steps.isEmpty: item.ownIssues(at: steps.dropFirst())
    default: steps.isEmpty ? own.issues : []
    }
  }

  /// The issues of one value; nothing is said of where it stands.
  ///
  /// The `tokens`: what its pointer has after the field's own.
  func issues(of tokens: ArraySlice<String>) -> [Issue] {
    switch inside {
    case .fields(let list) where tokens.first == "fields" && tokens.count > 1:
      list.issues(of: tokens.dropFirst())
    case .item(let item) where tokens.first == "items": item.issues(of: tokens.dropFirst())
    default: own.issues.isEmpty ? [] : own.issues.at(tokens)
    }
  }

  /// The issues of the field and of all inside it, where it stands.
  func issues(at pointer: Pointer) -> [Issue] {
    let around = own.issues.map { $0.within(pointer) }
    return around.prefix(own.issuesBefore) + issuesInside(at: pointer)
      + around.dropFirst(own.issuesBefore)
  }

  private func issuesInside(at pointer: Pointer) -> [Issue] {
    switch inside {
    case .nothing: []
    case .fields(let list): list.issues(at: pointer.appending("fields"))
    case .item(let item): item.issues(at: pointer.appending("items"))
    }
  }

  /// The sums of the issues of the field and of all inside it.
  ///
  /// The `told`: what is judged aloud.
  func totals(_ told: ToldItems) -> IssueTotals {
    var totals = IssueTotals()
    for issue in own.issues {
      totals.count(
        issue, isSpoken: told.isSpoken(issue, at: field.item(for: issue.pointer.tokens[...])))
    }
    switch inside {
    case .nothing: break
    case .fields(let list): totals.add(list.totals)
    case .item(let item): totals.add(item.totals(told))
    }
    return totals
  }

  /// A count of the totals, whatever is told.
  func count(_ part: (IssueTotals) -> Int) -> Int { part(totals(ToldItems())) }

  /// The issue that has a place among those of a severity.
  func issue(_ place: Int, of severity: Severity, at pointer: Pointer) -> Issue? {
    // Most have few: only a list is too long to be made for one of them.
    guard case .fields(let list) = inside else {
      let issues = issues(at: pointer).filter { $0.severity == severity }
      return issues.indices.contains(place) ? issues[place] : nil
    }
    let around = own.issues.map { $0.within(pointer) }
    let before = around.prefix(own.issuesBefore).filter { $0.severity == severity }
    if place < before.count { return before[place] }
    let count = list.totals[severity]
    guard place - before.count >= count else {
      return list.issue(place - before.count, of: severity, at: pointer.appending("fields"))
    }
    let after = around.dropFirst(own.issuesBefore).filter { $0.severity == severity }
    let rest = place - before.count - count
    return after.indices.contains(rest) ? after[rest] : nil
  }

  /// The same field with what is told counted anew on the way to a field inside; nil for everywhere.
  func retold(at steps: ArraySlice<FieldPath.Step>?, _ told: ToldItems) -> JudgedField {
    switch inside {
    case .nothing: return self
    case .fields(var list):
      list.retell(at: steps, told)
      return JudgedField(field, own, .fields(list))
    case .item(let item):
      return JudgedField(field, own, .item(item.retold(at: steps?.dropFirst(), told)))
    }
  }
}
