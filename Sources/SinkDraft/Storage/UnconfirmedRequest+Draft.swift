package import SinkSpec

extension UnconfirmedRequest {
  /// Creates the request that sends a draft.
  package init(for draft: Draft, to endpoint: String, sentAt: Timestamp) {
    self.init(
      endpoint: endpoint, account: draft["/account_id"].text, name: draft["/name"].text,
      type: draft["/type"].text,
      bucket: draft["/config/bucket"].text, sentAt: sentAt)
  }

  /// The request as JSON, for a saved draft.
  var draftText: String {
    var members = [
      "\"endpoint\":\(JSONText.string(endpoint))",
      "\"account\":\(JSONText.string(account))", "\"name\":\(JSONText.string(name))",
      "\"sent_at\":\(JSONText.string(sentAt.rfc3339))",
    ]
    let texts = [("type", type), ("bucket", bucket), ("server_time", serverTime?.rfc3339)]
    members += texts.compactMap { name, text in
      text.map { "\"\(name)\":\(JSONText.string($0))" }
    }
    if let existingIDs {
      members.append("\"existing\":[\(existingIDs.map(JSONText.string).joined(separator: ","))]")
    }
    return "{\(members.joined(separator: ","))}"
  }

  /// Reads a request from a saved draft; nil if a part is missing.
  ///
  /// Drafts before version 5 do not record endpoints of requests; use that of the draft.
  init?(_ document: JSONDocument, _ index: JSONDocument.Index, draftEndpoint: String) {
    func text(_ name: String) -> String? {
      document.lastMember(name, of: index).flatMap { document.string($0) }
    }
    guard let account = text("account"), let name = text("name"),
      let sentAt = text("sent_at").flatMap({ Timestamp(rfc3339: $0) })
    else { return nil }
    let existing = document.lastMember("existing", of: index).map {
      document.elements($0).compactMap { document.string($0) }
    }
    self.init(
      endpoint: text("endpoint") ?? draftEndpoint, account: account, name: name, type: text("type"),
      bucket: text("bucket"), sentAt: sentAt,
      serverTime: text("server_time").flatMap { Timestamp(rfc3339: $0) }, existingIDs: existing)
  }
}
