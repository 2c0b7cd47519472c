import SinkSpec

/// A sink to be created: the body as it is sent, and what of it a sink of the account is compared by.
package struct SinkRequest: Sendable {
  package let account: String
  /// The Create Sink request as JSON, with real secrets.
  package let body: [UInt8]
  package let name: String
  let type: String?
  let bucket: String?

  /// Takes a body that has been judged; nil when it has no name, which the API would refuse.
  package init?(account: String, body: [UInt8]) {
    guard let document = try? JSONDocument(parsing: body) else { return nil }
    func text(_ pointer: Pointer) -> String? {
      document.value(at: pointer).flatMap { document.string($0) }
    }
    guard let name = text("/name") else { return nil }
    self.account = account
    self.body = body
    self.name = name
    type = text("/type")
    bucket = text("/config/bucket")
  }

  /// What distinguishes a sink of the same name from the one that was sent; nil when nothing does.
  func difference(of sink: SinkRecord, sentAt: Timestamp) -> Lookup.Difference? {
    if let type = sink.type, type != self.type { return .type }
    if let bucket = sink.bucket, bucket != self.bucket { return .bucket }
    guard let created = sink.createdAt.flatMap({ Timestamp(rfc3339: $0) }) else { return .undated }
    // Whole seconds: the API may leave the rest out.
    return created.secondsSinceEpoch < sentAt.secondsSinceEpoch ? .older : nil
  }
}
