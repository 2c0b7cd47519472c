extension SchemaField {
  /// Returns the field as a value of the request.
  ///
  /// - Parameters:
  ///   - pointer: The field's pointer in the request.
  ///   - memberName: The name of the member that contains the field; nil for an array element.
  /// - Returns: The node, with missing required members marked.
  package func node(at pointer: Pointer, name memberName: String?) -> RequestNode {
    if let raw {
      return RequestNode(name: memberName, pointer: pointer, content: .literal(raw))
    }
    let unknownMemberNames = Set(unknownMembers.map(\.name))
    var members = SchemaFieldDescription.members.compactMap { parameter in
      unknownMemberNames.contains(parameter.name) ? nil : member(parameter, at: pointer)
    }
    members += unknownMembers.map {
      RequestNode(
        name: $0.name, pointer: pointer.appending($0.name), content: $0.content)
    }
    return RequestNode(name: memberName, pointer: pointer, content: .object(members))
  }

  private func member(_ parameter: Parameter, at pointer: Pointer) -> RequestNode? {
    guard applies(parameter) else { return nil }
    let pointer = pointer.appending(parameter.name)
    switch parameter.kind {
    case .fieldList:
      let nodes = children.enumerated().map { $1.node(at: pointer.appending($0), name: nil) }
      return RequestNode(name: parameter.name, pointer: pointer, content: .array(nodes))
    case .field:
      return item.first.map { $0.node(at: pointer, name: parameter.name) }
        ?? RequestNode(name: parameter.name, pointer: pointer, content: .missing)
    default:
      guard let member = ColumnMember(parameter.name) else { return nil }
      return self[member].content(as: parameter)
        .map { RequestNode(name: parameter.name, pointer: pointer, content: $0) }
    }
  }
}
