package import SinkSpec

/// A sink as returned by the API, with its secrets redacted.
///
/// A secret may be part of a name or a bucket, so comparisons use the unmasked response.
package struct SinkRecord: Hashable, Sendable {
  package let id: String
  package let name: String
  package let type: String?
  /// The time of creation as returned by the API, in RFC 3339 format.
  package let createdAt: String?
  package let modifiedAt: String?
  /// The whole response for the sink, with each secret replaced by its reference `${NAME}`.
  package let stored: RequestNode
  /// The unmasked response, for comparison with a request; must never be shown.
  let unmasked: UnmaskedSink

  /// Parses a sink of a response; `nil` if it is not an object with an ID and a name.
  init?(_ document: JSONDocument, _ index: JSONDocument.Index, redacting secrets: Secrets) {
    func text(_ name: String) -> String? {
      document.lastMember(name, of: index).flatMap { document.string($0) }.map(secrets.redacted)
    }
    guard let id = text("id"), !id.isEmpty, let name = text("name") else { return nil }
    self.id = id
    self.name = name
    type = text("type")
    createdAt = text("created_at")
    modifiedAt = text("modified_at")
    stored = secrets.redacted(document, index)
    unmasked = UnmaskedSink(tree: Secrets().redacted(document, index))
  }

  /// Parses a sink at an index in a saved API response; `nil` if it is not a sink.
  package init?(_ document: JSONDocument, at index: JSONDocument.Index) {
    self.init(document, index, redacting: Secrets())
  }

  /// The bucket that the sink writes to, if the response includes it.
  package var bucket: String? { stored.text(at: ["config", "bucket"]) }

  /// Returns whether the sink has exactly a name.
  package func isNamed(_ name: String) -> Bool {
    // Compare bytes: names that are canonically equivalent are still different names.
    unmasked.name.map { $0.utf8.elementsEqual(name.utf8) } == true
  }
}

/// A sink with unmasked strings, which its `description` does not reveal.
struct UnmaskedSink: Hashable, Sendable, CustomStringConvertible {
  let tree: RequestNode

  var name: String? { tree.text(at: ["name"]) }
  var type: String? { tree.text(at: ["type"]) }
  var bucket: String? { tree.text(at: ["config", "bucket"]) }
  var description: String { SecretStyle.mask }
}

extension RequestNode {
  /// Returns a string inside objects; `nil` if it is missing or not a string.
  fileprivate func text(at path: ArraySlice<String>) -> String? {
    guard let name = path.first else {
      guard case .literal(let literal) = content,
        let document = try? JSONDocument(parsing: Array(literal.utf8))
      else { return nil }
      return document.string(.root)
    }
    guard case .object(let members) = content else { return nil }
    // Of duplicate members, the last one counts.
    return members.last { $0.name == name }?.text(at: path.dropFirst())
  }
}
