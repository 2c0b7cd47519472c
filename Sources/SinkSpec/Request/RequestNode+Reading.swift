extension RequestNode {
  /// The request that a payload is: as its file has it, right or wrong, in the order of the
  /// reference.
  ///
  /// Nothing is added and nothing left out, but that of a member given twice the last one counts,
  /// as in most readers. What is or may hold a secret is marked as such.
  package init(reading document: JSONDocument) {
    self = RequestReader(document: document)
      .node(.root, name: nil, at: .root, as: SinkDescription.request)
  }
}

/// Puts the values of a payload in the order of the reference.
private struct RequestReader {
  let document: JSONDocument

  /// A value as a node; without a parameter it is one that the reference does not know.
  func node(
    _ index: JSONDocument.Index, name: String?, at pointer: Pointer, as parameter: Parameter?
  ) -> RequestNode {
    RequestNode(
      name: name, pointer: pointer, content: content(index, name: name, at: pointer, as: parameter))
  }

  private func content(
    _ index: JSONDocument.Index, name: String?, at pointer: Pointer, as parameter: Parameter?
  ) -> RequestNode.Content {
    if let reference = parameter?.defaultReference {
      return document.string(index).map { .secret($0, defaultReference: reference) }
        ?? .hidden(literal: document.literal(index), defaultReference: reference)
    }
    switch (parameter?.kind, document.kind(index)) {
    case (.object(let known), .object): return object(index, at: pointer, known)
    case (.field, .object): return object(index, at: pointer, SchemaFieldDescription.members)
    case (.fieldList, .array):
      return array(index, at: pointer, SchemaFieldDescription.element)
    default: break
    }
    // An element is validated with its array: its own name is a number.
    if name != nil, let reference = suspicion(index, at: pointer, parameter) {
      return .hidden(literal: document.literal(index), defaultReference: reference)
    }
    switch document.kind(index) {
    case .object: return object(index, at: pointer, [])
    case .array: return array(index, at: pointer, nil)
    default: return .literal(document.literal(index))
    }
  }

  /// The reference for what is probably a secret in a place that has none; nil for anything else.
  private func suspicion(
    _ index: JSONDocument.Index, at pointer: Pointer, _ parameter: Parameter?
  ) -> String? {
    let isComposite = [.object, .array].contains(document.kind(index))
    let isMisplaced =
      switch parameter?.kind {
      case nil, .object, .field, .fieldList: true
      default: isComposite
      }
    guard isMisplaced else { return nil }
    return SinkDescription.reference(forSecretAt: pointer, document.literal(index))
  }

  private func object(
    _ index: JSONDocument.Index, at pointer: Pointer, _ known: [Parameter]
  ) -> RequestNode.Content {
    let places = Dictionary(
      known.enumerated().map { (Array($1.name.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    let members = document.lastMembers(index).enumerated().map { position, member in
      (member, place: places[Array(member.name.utf8)], position)
    }.sorted { ($0.place ?? known.count, $0.2) < ($1.place ?? known.count, $1.2) }
    return .object(
      members.map { member, place, _ in
        node(
          member.value, name: member.name, at: pointer.appending(member.name),
          as: place.map { known[$0] })
      })
  }

  private func array(
    _ index: JSONDocument.Index, at pointer: Pointer, _ element: Parameter?
  ) -> RequestNode.Content {
    .array(
      document.elements(index).enumerated().map {
        node($1, name: nil, at: pointer.appending($0), as: element)
      })
  }
}
