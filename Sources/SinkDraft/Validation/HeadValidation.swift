import SinkSpec

/// The validation of the request without its schema, member by member: as long as the context stays
/// the same, a change of one member leaves the results of the others.
struct HeadValidation: Sendable {
  private struct Member: Sendable {
    let node: RequestNode
    /// An object with only this member; nil if it is nested too deeply.
    let document: JSONDocument?
    /// The issues; nil until they are looked for.
    var issues: [Issue]?

    init(_ node: RequestNode) {
      self.node = node
      document = RequestNode(name: nil, pointer: .root, content: .object([node])).document
    }
  }

  private var members: [Member] = []
  private(set) var context = RequestContext()
  /// The issues in request order, missing members first.
  private(set) var issues: [Issue] = []

  /// The issues of a request without members.
  private static let missing: [Issue] =
    RequestNode(name: nil, pointer: .root, content: .object([])).document.map {
      Validator.issues(
        of: $0, as: SinkDescription.request, base: .root, context: RequestContext())
    } ?? []

  /// Validates the members that have changed.
  ///
  /// - Parameters:
  ///   - request: The request without its schema.
  ///   - account: The account in the URL, if known.
  mutating func update(to request: RequestNode, account: String?) {
    guard case .object(let nodes) = request.content else { return }
    members = nodes.enumerated().map { place, node in
      place < members.count && members[place].node == node ? members[place] : Member(node)
    }
    let documents = members.compactMap(\.document)
    let isWhole = documents.count == members.count
    adopt(isWhole ? RequestContext(of: documents, account: account) : RequestContext())
    issues = []
    guard isWhole else { return }
    let present = nodes.filter { $0.content != .missing }
    issues = Self.missing.filter { issue in !present.contains { $0.pointer == issue.pointer } }
    for place in members.indices {
      let found =
        members[place].issues
        ?? Validator.issues(ofMembersIn: documents[place], context: context)
      members[place].issues = found
      issues += found
    }
  }

  private mutating func adopt(_ context: RequestContext) {
    guard context != self.context else { return }
    self.context = context
    for place in members.indices { members[place].issues = nil }
  }
}
