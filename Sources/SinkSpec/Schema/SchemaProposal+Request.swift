extension SchemaProposal {
  /// The columns as the schema of a request: an object with `fields`.
  package var request: RequestNode {
    let list: Pointer = "/schema/fields"
    let fields = columns.enumerated().map { $1.node(at: list.appending($0), name: nil) }
    let member = RequestNode(name: "fields", pointer: list, content: .array(fields))
    return RequestNode(name: nil, pointer: "/schema", content: .object([member]))
  }

  /// Every column's remarks with their places, in the order of the columns.
  package var located: [(pointer: Pointer, remark: Remark)] {
    columns.enumerated().flatMap { $1.located(at: Pointer("/schema/fields").appending($0)) }
  }
}

extension ProposedColumn {
  /// The column as a value of the request, members in the order of the reference.
  package func node(at pointer: Pointer, name memberName: String?) -> RequestNode {
    let members = SchemaFieldDescription.members.compactMap { parameter in
      content(of: parameter, at: pointer.appending(parameter.name)).map {
        RequestNode(
          name: parameter.name, pointer: pointer.appending(parameter.name), content: $0)
      }
    }
    return RequestNode(name: memberName, pointer: pointer, content: .object(members))
  }

  private func content(of parameter: Parameter, at pointer: Pointer) -> RequestNode.Content? {
    if case .ownType(let owner) = parameter.applies, owner != type { return nil }
    switch parameter.name {
    case "type": return .literal(JSONText.string(type))
    case "name": return name.map { .literal(JSONText.string($0)) }
    case "required": return required.map { .literal($0 ? "true" : "false") }
    case "unit": return unit.map { .literal(JSONText.string($0)) }
    case "metadata_key": return metadataKey.map { .literal(JSONText.string($0)) }
    case "sql_name": return sqlName.map { .literal(JSONText.string($0)) }
    case "fields":
      return .array(fields.enumerated().map { $1.node(at: pointer.appending($0), name: nil) })
    case "items": return item.first.map { $0.node(at: pointer, name: "items").content }
    default: return nil
    }
  }

  fileprivate func located(at pointer: Pointer) -> [(pointer: Pointer, remark: Remark)] {
    remarks.map { (pointer, $0) }
      + fields.enumerated().flatMap {
        $1.located(at: pointer.appending("fields").appending($0))
      }
      + item.flatMap { $0.located(at: pointer.appending("items")) }
  }
}
