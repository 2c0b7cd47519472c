package import SinkSpec

/// A sink as returned by the API, with its secrets redacted.
package struct SinkRecord: Hashable, Sendable {
  package let id: String
  package let name: String
  package let type: String?
  /// The time of creation as written by the API, in RFC 3339 format.
  package let createdAt: String?
  package let modifiedAt: String?
  /// The whole response for the sink, with each secret replaced by its reference `${NAME}`.
  package let stored: RequestNode

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
  }

  /// Parses a sink at a position of a saved API response; `nil` if it is not a sink.
  package init?(_ document: JSONDocument, at index: JSONDocument.Index) {
    self.init(document, index, redacting: Secrets())
  }

  /// The bucket that the sink writes to, if the response includes it.
  package var bucket: String? {
    guard case .object(let members) = stored.content,
      case .object(let config)? = members.first(where: { $0.name == "config" })?.content,
      case .literal(let literal)? = config.first(where: { $0.name == "bucket" })?.content,
      let document = try? JSONDocument(parsing: Array(literal.utf8))
    else { return nil }
    return document.string(.root)
  }
}
