package import SinkSpec

extension SinkRecord {
  /// The Create Sink request that would create an identical sink, in reference order.
  ///
  /// It leaves out members that the API adds, and members that are null, which is equivalent to
  /// absent. The API never returns secrets, so required secrets become references.
  package var payload: RequestNode { payload(from: stored) }

  /// Returns whether a request would create an identical sink, apart from secrets.
  package func isCreated(by request: RequestNode) -> Bool {
    request.differences(from: payload(from: unmasked.tree)).isEmpty
  }

  private func payload(from stored: RequestNode) -> RequestNode {
    let known = Set(SinkDescription.request.members.map(\.name))
    guard case .object(let members) = stored.content else { return stored }
    let visible = RequestNode(
      name: nil, pointer: .root,
      content: .object(
        members.filter { $0.name.map(known.contains) == true }.compactMap(\.withoutNulls)))
    let needed = SinkDescription.all().filter { $0.applies.names(sinkType: type ?? "") }
    let complete = needed.reduce(visible) { payload, parameter in
      guard let reference = parameter.defaultReference else { return payload }
      return payload.having(.secret(reference, defaultReference: reference), at: parameter.pointer)
    }
    guard let document = try? JSONDocument(parsing: Array(complete.text(secrets: .shown).utf8))
    else { return complete }
    return RequestNode(reading: document)
  }
}

extension SinkRecord {
  /// Returns the request that would create an identical sink with another name.
  package func payload(named name: String) -> RequestNode {
    let payload = payload
    guard case .object(let members) = payload.content else { return payload }
    let renamed = members.map { member in
      member.name == "name"
        ? RequestNode(
          name: "name", pointer: member.pointer, content: .literal(JSONText.string(name))) : member
    }
    return RequestNode(name: nil, pointer: .root, content: .object(renamed))
  }
}

extension RequestNode {
  /// The value without null members; `nil` if the value itself is null.
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

  /// Returns the value with a member added at a pointer inside it, unless that member exists
  /// already.
  fileprivate func having(_ content: Content, at target: Pointer) -> RequestNode {
    having(content, target.tokens[...])
  }

  private func having(_ content: Content, _ path: ArraySlice<String>) -> RequestNode {
    guard let token = path.first else { return self }
    // A value that is not an object has no members to keep.
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
