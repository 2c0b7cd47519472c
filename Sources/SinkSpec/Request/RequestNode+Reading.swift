extension RequestNode {
  /// Creates the request of a payload, valid or not, with its members in reference order.
  ///
  /// The payload is otherwise unchanged, except that the last of duplicate members wins, as in most
  /// parsers, and the `$schema` member for editors is omitted. Secrets, and values that may contain
  /// secrets, are marked.
  package init(reading document: JSONDocument) {
    self = RequestReader(document: document)
      .node(.root, name: nil, at: .root, as: SinkDescription.request)
  }
}

/// Converts a payload to a request node in reference order.
private struct RequestReader {
  let document: JSONDocument

  /// Returns a value as a node; a nil parameter means that the value is unknown.
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
    // Array elements are checked as part of their array, because they have no names of their own.
    if name != nil, let reference = suspicion(index, at: pointer, parameter) {
      return .hidden(literal: document.literal(index), defaultReference: reference)
    }
    switch document.kind(index) {
    case .object: return object(index, at: pointer, [])
    case .array: return array(index, at: pointer, nil)
    default: return .literal(document.literal(index))
    }
  }

  /// Returns the reference for a probable secret in an unexpected position; nil for other values.
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
    let indices = Dictionary(
      known.enumerated().map { (Array($1.name.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    let sent = document.lastMembers(index).filter {
      !SinkDescription.isAnnotation($0.name, of: pointer)
    }
    let members = sent.enumerated().map { position, member in
      (member, index: indices[Array(member.name.utf8)], position)
    }.sorted { ($0.index ?? known.count, $0.2) < ($1.index ?? known.count, $1.2) }
    return .object(
      members.map { member, index, _ in
        node(
          member.value, name: member.name, at: pointer.appending(member.name),
          as: index.map { known[$0] })
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
