package import SinkSpec

/// What a draft comes to: the request, line by line, and everything wrong with it.
package struct Judgement: Sendable {
  /// The lines of the request as the screen shows it, secrets masked.
  package private(set) var lines = RequestLines()
  package private(set) var facts = RequestFacts()
  /// The issues outside the schema: those refused, the account's, then in the order of the request.
  private(set) var headIssues: [Issue] = []
  private(set) var schema: SchemaJudgement

  /// Judges a draft.
  ///
  /// - Parameters:
  ///   - draft: what the operator has given.
  ///   - previous: an earlier judgement, of which the schema's part is kept while it still holds.
  package init(of draft: Draft, after previous: Judgement? = nil) {
    self.init(of: draft, after: previous, refusals: [], told: ToldItems())
  }

  /// The same with what the API has refused, told before everything else.
  init(of draft: Draft, after previous: Judgement?, refusals: [RefusedValue], told: ToldItems) {
    let head = draft.head
    let account: String? = draft["/account_id"].isSet ? draft["/account_id"].text : nil
    var issues = refusals.map(\.issue) + Self.accountIssues(account)
    if let document = head.document {
      facts = RequestFacts(of: document, account: account)
      issues += Self.issues(of: document, head, facts, draft)
    }
    headIssues = issues
    schema = SchemaJudgement(
      of: draft, facts: facts.aboutSchema, told: told, after: previous?.schema)
    lines = RequestLines(head: head.lines(secrets: .masked), schema: schema.lines)
  }

  /// Every issue: the account's first, then in the order of the request.
  package var issues: [Issue] { headIssues + schema.issues }

  /// The issues of the value that a pointer names, the weightiest first.
  package func issues(at pointer: Pointer) -> [Issue] {
    let own = headIssues.filter { $0.pointer == pointer }
    let all = pointer.isWithin("/schema") ? own + schema.issues(at: pointer) : own
    return all.count < 2 ? all : all.sorted { $0.severity > $1.severity }
  }

  /// The issues of a column of the schema and of all inside it, refusals included.
  func issues(ofColumn position: Int) -> [Issue] {
    let own = headIssues.filter { $0.pointer.column?.position == position }
    return own + schema.issues(ofColumn: position)
  }

  /// The issues of a field of the schema itself, refusals included.
  func issues(ofField path: FieldPath) -> [Issue] {
    let own = headIssues.filter { $0.pointer.column?.position == path.top }
    return own + schema.issues(ofField: path)
  }

  /// The issues that are no column's.
  var otherIssues: [Issue] {
    headIssues.filter { $0.pointer.column == nil } + schema.otherIssues
  }

  /// The nearest column with an issue, from a position on, upwards or downwards.
  func columnWithIssue(from position: Int, by step: Int) -> Int? {
    let refused = headIssues.compactMap { $0.pointer.column?.position }
    return schema.columnWithIssue(from: position, by: step, orIn: Set(refused))
  }

  package func count(_ severity: Severity) -> Int {
    headIssues.count { $0.severity == severity } + schema.count(severity)
  }

  /// How many issues there are.
  var issueCount: Int { Severity.allCases.reduce(0) { $0 + count($1) } }

  /// The issue at a place when the weightiest come first.
  func issue(byWeight place: Int) -> Issue? {
    var rest = place
    for severity in Severity.allCases.reversed() {
      let count = count(severity)
      if rest < count {
        let head = headIssues.filter { $0.severity == severity }
        return rest < head.count ? head[rest] : schema.issue(rest - head.count, of: severity)
      }
      rest -= count
    }
    return nil
  }

  /// Counts anew what is told of a field of the schema, or of all.
  mutating func retell(at path: FieldPath?, _ told: ToldItems) { schema.retell(at: path, told) }

  private static func accountIssues(_ account: String?) -> [Issue] {
    let parameter = SinkDescription.account
    guard let account else {
      return [
        Issue(
          severity: .error, pointer: parameter.pointer, rule: Issue.requiredRule,
          message: "is required", isFinal: false)
      ]
    }
    return Judge.issues(ofText: account, as: parameter)
  }

  private static func issues(
    of document: JSONDocument, _ head: RequestNode, _ facts: RequestFacts, _ draft: Draft
  ) -> [Issue] {
    Judge.issues(of: document, as: SinkDescription.request, base: .root, facts: facts)
      .map { explainingUnits($0, draft) }
  }

  /// Where text was typed for a number, tells what the text lacks instead of what JSON lacks.
  private static func explainingUnits(_ issue: Issue, _ draft: Draft) -> Issue {
    guard issue.rule == "type", let parameter = SinkDescription.parameter(at: issue.pointer),
      case .text(let text) = draft.effective(issue.pointer),
      case .failure(let finding) = Quantity.number(text, for: parameter)
    else { return issue }
    return Issue(
      severity: issue.severity, pointer: issue.pointer, rule: issue.rule,
      message: finding.message, isFinal: finding.isFinal, offset: issue.offset)
  }
}
