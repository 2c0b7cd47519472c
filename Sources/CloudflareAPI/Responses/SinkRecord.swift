package import SinkSpec

/// A sink as the API knows it, without its secrets: they are replaced as it is read.
package struct SinkRecord: Hashable, Sendable {
  package let id: String
  package let name: String
  package let type: String?
  /// When it was created, as the API writes it: RFC 3339.
  package let createdAt: String?
  package let modifiedAt: String?
  /// All that the API told of it, each secret replaced by its reference `${NAME}`.
  package let stored: RequestNode

  /// Reads a sink of an answer; nil when it is no object with an id and a name.
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

  /// Reads a sink out of a saved answer of the API, with or without the envelope around it.
  ///
  /// - Returns: nil when the document is none: a payload has neither an id nor a time of creation.
  package init?(response document: JSONDocument) {
    let result = document.member("result", of: .root)
    let index = document.member("success", of: .root) == nil ? .root : result ?? .root
    guard document.member("created_at", of: index) != nil else { return nil }
    self.init(document, index, redacting: Secrets())
  }

  /// The bucket that it writes to, when the API told it.
  package var bucket: String? {
    guard case .object(let members) = stored.content,
      case .object(let config)? = members.first(where: { $0.name == "config" })?.content,
      case .literal(let literal)? = config.first(where: { $0.name == "bucket" })?.content,
      let document = try? JSONDocument(parsing: Array(literal.utf8))
    else { return nil }
    return document.string(.root)
  }
}
