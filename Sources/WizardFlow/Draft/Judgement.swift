package import SinkSpec

/// What a draft comes to: the request, line by line, and everything wrong with it.
package struct Judgement: Sendable {
  /// The lines of the request as the screen shows it, secrets masked.
  package private(set) var lines = RequestLines()
  /// Every issue: the account's first, then in the order of the request.
  package private(set) var issues: [Issue] = []
  package private(set) var facts = RequestFacts()
  private var byPointer: [Pointer: [Issue]] = [:]
  private var schema = SchemaPart()

  /// The part of the judgement that only the schema and a few facts decide.
  private struct SchemaPart: Sendable {
    var columns = Draft.Columns.notSet
    var fields: [SchemaField] = []
    var others: RequestNode?
    var facts = RequestFacts()
    var isEmpty = true
    var lines: [RequestLine] = []
    var issues: [Issue] = []
  }

  /// Judges a draft.
  ///
  /// - Parameters:
  ///   - draft: what the operator has given.
  ///   - previous: an earlier judgement, of which the schema's part is kept while it still holds.
  package init(of draft: Draft, after previous: Judgement? = nil) {
    let head = draft.head
    let account: String? = draft["/account_id"].isSet ? draft["/account_id"].text : nil
    let headIssues: [Issue]
    if let document = Self.document(of: head) {
      facts = RequestFacts(of: document, account: account)
      headIssues = Self.issues(of: document, head, facts, draft)
    } else {
      headIssues = []
    }
    schema = Self.schemaPart(of: draft, facts: facts, after: previous?.schema)
    issues = Self.accountIssues(account) + headIssues + schema.issues
    byPointer = Dictionary(grouping: issues, by: \.pointer)
    lines = RequestLines(head: head.lines(secrets: .masked), schema: schema.lines)
  }

  /// The issues of the value that a pointer names, the weightiest first.
  package func issues(at pointer: Pointer) -> [Issue] {
    (byPointer[pointer] ?? []).sorted { $0.severity > $1.severity }
  }

  package func count(_ severity: Severity) -> Int { issues.count { $0.severity == severity } }

  private static func document(of node: RequestNode) -> JSONDocument? {
    // What a file has in the wrong place may stand deeper in the request than in the file.
    try? JSONDocument(
      parsing: Array(node.text(secrets: .shown).utf8), depthLimit: 2 * JSONDocument.depthLimit)
  }

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

  private static func schemaPart(
    of draft: Draft, facts: RequestFacts, after previous: SchemaPart?
  ) -> SchemaPart {
    var part = SchemaPart()
    part.columns = draft.columns
    part.fields = draft.fields
    part.others = draft.schemaOthers
    part.facts = facts.aboutSchema
    if let previous, previous.columns == part.columns, previous.others == part.others,
      previous.facts == part.facts, previous.fields == part.fields
    {
      return previous
    }
    guard let node = draft.schema, let parameter = SinkDescription.parameter(at: "/schema"),
      let document = document(of: node.asRoot)
    else { return part }
    part.isEmpty = false
    part.issues = Judge.issues(of: document, as: parameter, base: "/schema", facts: part.facts)
    part.lines = node.lines(depth: 1, secrets: .masked)
    return part
  }
}

extension RequestNode {
  /// The same value without a member's name, as a document of its own.
  fileprivate var asRoot: RequestNode { RequestNode(name: nil, pointer: pointer, content: content) }
}
