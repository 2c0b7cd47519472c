package import SinkSpec

extension SinkRecord {
  /// The Create Sink request that would create it again, in the order of the reference.
  ///
  /// It is what is stored, without what the service adds and without members that are null, which
  /// mean the same as none. The API tells no secrets: references stand in the places of those that
  /// a sink of its type needs.
  package var payload: RequestNode {
    let known = Set(SinkDescription.request.members.map(\.name))
    guard case .object(let members) = stored.content else { return stored }
    let told = RequestNode(
      name: nil, pointer: .root,
      content: .object(
        members.filter { $0.name.map(known.contains) == true }.compactMap(\.withoutNulls)))
    let needed = SinkDescription.all().filter { $0.applies == .sinkType(type ?? "") }
    let complete = needed.reduce(told) { payload, parameter in
      guard let reference = parameter.defaultReference else { return payload }
      return payload.having(.secret(reference, defaultReference: reference), at: parameter.pointer)
    }
    guard let document = try? JSONDocument(parsing: Array(complete.text(secrets: .shown).utf8))
    else { return complete }
    return RequestNode(reading: document)
  }
}

extension RequestNode {
  /// The value without members that are null; nil when it is null itself.
  fileprivate var withoutNulls: RequestNode? {
    switch content {
    case .literal("null"): nil
    case .object(let members):
      RequestNode(
        name: name, pointer: pointer, content: .object(members.compactMap(\.withoutNulls)))
    case .array(let elements):
      RequestNode(
        name: name, pointer: pointer, content: .array(elements.compactMap(\.withoutNulls)))
    case .literal, .secret, .hidden, .missing: self
    }
  }

  /// The value with a member somewhere inside it; what stands there already stays.
  fileprivate func having(_ content: Content, at place: Pointer) -> RequestNode {
    having(content, place.tokens[...])
  }

  private func having(_ content: Content, _ path: ArraySlice<String>) -> RequestNode {
    guard let token = path.first else { return self }
    // What is no object has no members, and so is none that a request may have there.
    let members = if case .object(let members) = self.content { members } else { [RequestNode]() }
    let rest = path.dropFirst()
    let others = members.filter { $0.name != token }
    let new = RequestNode(
      name: token, pointer: pointer.appending(token), content: rest.isEmpty ? content : .object([]))
    let member = members.first { $0.name == token } ?? new
    return RequestNode(
      name: name, pointer: pointer, content: .object(others + [member.having(content, rest)]))
  }
}
