package import SinkSpec

/// The validation of a draft: its issues, and the lines of its request.
package struct DraftValidation: Sendable {
  package var context: RequestContext { members.context }
  /// The issues outside the schema: rejected values, then those of the head.
  private var headIssues: [Issue] { refusals + ownHeadIssues }
  private var refusals: [Issue] = []
  /// The validated input of the request without its schema, its lines, and its issues: those of the
  /// account, then the rest in request order.
  private var head: Draft.Head?
  private var headLines: [RequestLine] = []
  private var members = HeadValidation()
  private var ownHeadIssues: [Issue] = []
  /// The issues of the schema outside its columns.
  private var schemaIssues: [Issue] = []
  private var columns = ColumnListValidation(.fields)
  /// The lines of the request before and after those of the columns.
  private var linesBefore: [RequestLine] = []
  private var linesAfter: [RequestLine] = []
  /// The validated schema without its columns, and its context.
  private var schemaRest: RequestNode?
  private var schemaContext = RequestContext()

  private static let schemaPointer: Pointer = "/schema"
  private static let list: Pointer = "/schema/fields"

  /// Validates a draft.
  ///
  /// - Parameters:
  ///   - draft: The operator's input.
  ///   - previous: An earlier result, reused for unchanged columns.
  package init(of draft: Draft, after previous: DraftValidation? = nil) {
    if let previous { self = previous }
    update(for: draft, refusals: [])
  }

  /// Validates a draft; unchanged columns keep their results.
  ///
  /// - Parameters:
  ///   - draft: The operator's input.
  ///   - refusals: The issues for values that the API rejected, listed first.
  package mutating func update(for draft: Draft, refusals: [Issue]) {
    self.refusals = refusals
    if draft.head != head { updateHead(of: draft) }
    updateSchema(of: draft, headLines)
  }

  private mutating func updateHead(of draft: Draft) {
    head = draft.head
    let request = draft.requestWithoutSchema
    let account: String? = draft["/account_id"].isSet ? draft["/account_id"].text : nil
    headLines = request.lines(secrets: .masked)
    members.update(to: request, account: account)
    ownHeadIssues =
      Self.accountIssues(account) + members.issues.map { Self.explainingUnits($0, draft) }
  }

  private mutating func updateSchema(of draft: Draft, _ head: [RequestLine]) {
    let list = draft.listsColumns ? draft.fields : []
    // Without columns from the form, the schema is small and validated as a whole.
    let rest = list.isEmpty ? draft.schema : Self.schema(draft.schemaOthers)
    let context = context.aboutSchema
    if rest != schemaRest || context != schemaContext {
      (schemaRest, schemaContext) = (rest, context)
      schemaIssues = rest.map { Self.issues(ofSchema: $0, context) } ?? []
    }
    columns.update(to: list, context: context)
    let end = max(0, head.count - 1)
    (linesBefore, linesAfter) = (Array(head[..<end]), Array(head[end...]))
    guard let rest else { return }
    if !linesBefore.isEmpty { linesBefore[linesBefore.count - 1].hasComma = true }
    guard !list.isEmpty else { return linesBefore += rest.lines(depth: 1, secrets: .masked) }
    // Print a placeholder instead of the columns, so that all brackets come from the same code.
    let placeholder = RequestNode(name: nil, pointer: Self.list, content: .literal("0"))
    let fields = RequestNode(name: "fields", pointer: Self.list, content: .array([placeholder]))
    let lines = Self.schema([fields] + draft.schemaOthers).lines(depth: 1, secrets: .masked)
    linesBefore += lines.prefix(2)
    linesAfter = lines.dropFirst(3) + linesAfter
  }

  private static func schema(_ members: [RequestNode]) -> RequestNode {
    RequestNode(name: "schema", pointer: schemaPointer, content: .object(members))
  }

  // MARK: Lines

  /// The lines of the request, with secrets masked.
  package var lines: RequestLines {
    RequestLines(before: linesBefore, columns: columns, after: linesAfter)
  }

  // MARK: Issues

  /// All issues: those outside the schema first, then those of the columns and of the rest of the
  /// schema.
  package var issues: [Issue] {
    headIssues + columns.issues.map { $0.within(Self.schemaPointer) } + schemaIssues
  }

  /// Returns the issues of a pointer's value, the most severe first.
  package func issues(at pointer: Pointer) -> [Issue] {
    var all: [Issue] = []
    for issues in [refusals, ownHeadIssues, schemaIssues, issuesInColumns(at: pointer)] {
      // Most issues have another pointer; do not copy these.
      for index in issues.indices where issues[index].pointer == pointer {
        all.append(issues[index])
      }
    }
    return all.count < 2 ? all : all.sorted { $0.severity > $1.severity }
  }

  /// Returns the issues of the innermost column on the path of a pointer, without its children.
  private func issuesInColumns(at pointer: Pointer) -> [Issue] {
    guard columns.totals.count > 0, pointer.isWithin(Self.list),
      let found = columns.locate(pointer.tokens.dropFirst()), !found.issues.isEmpty
    else { return [] }
    let column = pointer.dropping(found.rest)
    return found.issues.map { $0.within(column) }
  }

  /// Returns the issues of a column and its children, including values that the API rejected.
  package func issues(ofColumn position: Int) -> [Issue] {
    headIssues.filter { $0.pointer.columnPosition == position }
      + columns.issues(ofColumn: position).map { $0.within(Self.schemaPointer) }
  }

  /// Returns the issues of a field without its children, including values that the API rejected.
  package func issues(ofField path: FieldPath) -> [Issue] {
    headIssues.filter { $0.pointer.columnPosition == path.top }
      + issuesInColumns(at: path.pointer)
  }

  /// The issues outside the columns, and the issues of column values that the API rejected.
  package var issuesBesideColumns: [Issue] { headIssues + schemaIssues }

  /// The issues outside the columns.
  package var otherIssues: [Issue] {
    headIssues.filter { $0.pointer.columnPosition == nil } + schemaIssues
  }

  /// Returns the nearest column with an issue, starting at a position.
  package func columnWithIssue(from position: Int, by step: Int) -> Int? {
    let refused = headIssues.compactMap { $0.pointer.columnPosition }
      .filter(columns.indices.contains)
    let positions = columns.positionsWithIssues + refused
    return step > 0
      ? positions.filter { $0 >= position }.min() : positions.filter { $0 <= position }.max()
  }

  package func count(_ severity: Severity) -> Int {
    issuesBesideColumns.count { $0.severity == severity } + columns.totals[severity]
  }

  /// The number of issues.
  package var issueCount: Int { issuesBesideColumns.count + columns.totals.count }

  /// Returns the issue at an index when ordered by severity, the most severe first.
  package func issue(byWeight place: Int) -> Issue? {
    var rest = place
    for severity in Severity.allCases.reversed() {
      let head = headIssues.filter { $0.severity == severity }
      if rest < head.count { return head[rest] }
      rest -= head.count
      let count = columns.totals[severity]
      if rest < count { return columns.issue(rest, of: severity)?.within(Self.schemaPointer) }
      rest -= count
      let others = schemaIssues.filter { $0.severity == severity }
      if rest < others.count { return others[rest] }
      rest -= others.count
    }
    return nil
  }

  /// The number of issues of the columns.
  package func columnCount(_ severity: Severity) -> Int { columns.totals[severity] }

  /// Returns the tentative issues that meet a condition, from some of the columns.
  ///
  /// - Parameters:
  ///   - isWanted: Returns whether to include the issues of a top-level column.
  ///   - condition: The condition; the issue's pointer is relative to the column.
  /// - Returns: The issues in the order of the columns.
  package func tentativeIssues(
    inColumns isWanted: (SchemaField) -> Bool, where condition: (Issue, SchemaField) -> Bool
  ) -> [Issue] {
    columns.tentativeIssues(inColumns: isWanted, where: condition)
  }
}

extension DraftValidation {
  private static func accountIssues(_ account: String?) -> [Issue] {
    let parameter = SinkDescription.account
    guard let account else {
      return [
        Issue(
          severity: .error, pointer: parameter.pointer, rule: Issue.requiredRule,
          message: "is required", reportsWhileTyping: false)
      ]
    }
    return Validator.issues(ofText: account, as: parameter)
  }

  private static func issues(ofSchema node: RequestNode, _ context: RequestContext) -> [Issue] {
    let root = RequestNode(name: nil, pointer: node.pointer, content: node.content)
    guard root.content != .object([]), let document = root.document,
      let parameter = SinkDescription.parameter(at: schemaPointer)
    else { return [] }
    return Validator.issues(of: document, as: parameter, base: schemaPointer, context: context)
  }

  /// Replaces the type error of text entered as a number with the error from parsing that text.
  private static func explainingUnits(_ issue: Issue, _ draft: Draft) -> Issue {
    guard issue.rule == "type", let parameter = SinkDescription.parameter(at: issue.pointer),
      case .text(let text) = draft.effective(issue.pointer),
      case .failure(let finding) = Quantity.number(text, for: parameter)
    else { return issue }
    return Issue(
      severity: issue.severity, pointer: issue.pointer, rule: issue.rule,
      message: finding.message, reportsWhileTyping: finding.reportsWhileTyping, offset: issue.offset
    )
  }
}
