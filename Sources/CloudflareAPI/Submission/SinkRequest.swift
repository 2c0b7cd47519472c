import SinkSpec

/// A request to create a sink: the body, and the values that identify the sink in a lookup.
package struct SinkRequest: Sendable {
  package let account: String
  /// The Create Sink request as JSON, including secrets.
  package let body: [UInt8]
  package let name: String
  let type: String?
  let bucket: String?

  /// Creates a request from a validated body; `nil` if it has no name.
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

  /// Returns how an existing sink of the same name differs from this request, or `nil` if it does
  /// not.
  func difference(of sink: SinkRecord, sentAt: Timestamp) -> Lookup.Difference? {
    if let type = sink.type, type != self.type { return .type }
    if let bucket = sink.bucket, bucket != self.bucket { return .bucket }
    guard let created = sink.createdAt.flatMap({ Timestamp(rfc3339: $0) }) else { return .undated }
    // Compare whole seconds, because the API may omit fractions.
    return created.secondsSinceEpoch < sentAt.secondsSinceEpoch ? .older : nil
  }
}
