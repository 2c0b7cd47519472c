package import SinkSpec

extension Draft {
  /// The input that the request without its schema is made of.
  struct Head: Equatable, Sendable {
    fileprivate let entries: [Pointer: Entry]
    fileprivate let unknownMembers: [UnknownMember]
  }

  var head: Head { Head(entries: entries, unknownMembers: unknownMembers) }

  /// The request without its schema, in reference order.
  package var requestWithoutSchema: RequestNode {
    let known = SinkDescription.request.members.filter { $0.name != "schema" }
    let members = known.compactMap { node(of: $0) } + unknownMemberNodes(under: .root)
    return RequestNode(name: nil, pointer: .root, content: .object(members))
  }

  /// The schema of the request; nil if none is sent.
  package var schema: RequestNode? {
    guard let schema = SinkDescription.parameter(at: "/schema") else { return nil }
    return node(of: schema)
  }

  /// The members of the schema except its columns.
  var schemaOthers: [RequestNode] {
    let members = SinkDescription.parameter(at: "/schema")?.members ?? []
    return members.filter { $0.name != "fields" }.compactMap { node(of: $0) }
      + unknownMemberNodes(under: "/schema")
  }

  /// Whether the schema is sent as the list of columns in the form.
  var listsColumns: Bool {
    columns == .listed && !fields.isEmpty
      && unknownMember(at: "/schema") == nil && unknownMember(at: "/schema/fields") == nil
  }

  /// The whole request, the schema last.
  package var request: RequestNode {
    let rest = requestWithoutSchema
    guard case .object(let members) = rest.content else { return rest }
    return RequestNode(
      name: nil, pointer: .root, content: .object(members + [schema].compactMap { $0 }))
  }

  private func node(of parameter: Parameter) -> RequestNode? {
    if let unknownMember = unknownMember(at: parameter.pointer) {
      return RequestNode(
        name: parameter.name, pointer: parameter.pointer, content: unknownMember.content)
    }
    guard applies(parameter), let content = content(of: parameter) else { return nil }
    return RequestNode(name: parameter.name, pointer: parameter.pointer, content: content)
  }

  private func content(of parameter: Parameter) -> RequestNode.Content? {
    switch parameter.kind {
    case .object(let members):
      let nodes = members.compactMap { node(of: $0) } + unknownMemberNodes(under: parameter.pointer)
      let isWanted =
        parameter.isRequired || parameter.pointer == "/config"
        || nodes.contains { $0.content != .missing }
      return isWanted ? .object(nodes) : nil
    case .fieldList:
      switch columns {
      case .notSet: return nil
      case .empty: return .array([])
      case .listed:
        return .array(
          fields.enumerated().map { $1.node(at: parameter.pointer.appending($0), name: nil) })
      }
    default: return effective(parameter).content(as: parameter)
    }
  }

  private func unknownMemberNodes(under parent: Pointer) -> [RequestNode] {
    unknownMembers.filter {
      $0.pointer.parent == parent && SinkDescription.parameter(at: $0.pointer) == nil
    }.map {
      RequestNode(name: $0.pointer.lastToken, pointer: $0.pointer, content: $0.content)
    }
  }
}
