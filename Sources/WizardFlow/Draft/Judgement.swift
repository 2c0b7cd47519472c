package import SinkSpec

/// What a draft comes to: the request, line by line, and everything wrong with it.
package struct Judgement: Sendable {
  /// The lines of the request as the screen shows it, secrets masked.
  package private(set) var lines = RequestLines()
  /// Every issue: the account's first, then in the order of the request.
  package private(set) var issues: [Issue] = []
  package private(set) var facts = RequestFacts()
  private var byPointer: [Pointer: [Issue]] = [:]
  private let schema: SchemaJudgement

  /// Judges a draft.
  ///
  /// - Parameters:
  ///   - draft: what the operator has given.
  ///   - previous: an earlier judgement, of which the schema's part is kept while it still holds.
  package init(of draft: Draft, after previous: Judgement? = nil) {
    self.init(of: draft, after: previous, refusals: [])
  }

  /// The same with what the API has refused, told before everything else.
  init(of draft: Draft, after previous: Judgement?, refusals: [RefusedValue]) {
    let head = draft.head
    let account: String? = draft["/account_id"].isSet ? draft["/account_id"].text : nil
    let headIssues: [Issue]
    if let document = head.document {
      facts = RequestFacts(of: document, account: account)
      headIssues = Self.issues(of: document, head, facts, draft)
    } else {
      headIssues = []
    }
    schema = SchemaJudgement(of: draft, facts: facts.aboutSchema, after: previous?.schema)
    issues = refusals.map(\.issue) + Self.accountIssues(account) + headIssues + schema.issues
    byPointer = Dictionary(grouping: issues, by: \.pointer)
    lines = RequestLines(head: head.lines(secrets: .masked), schema: schema.lines)
  }

  /// The issues of the value that a pointer names, the weightiest first.
  package func issues(at pointer: Pointer) -> [Issue] {
    (byPointer[pointer] ?? []).sorted { $0.severity > $1.severity }
  }

  package func count(_ severity: Severity) -> Int { issues.count { $0.severity == severity } }

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
