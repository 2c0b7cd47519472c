import SinkSpec

/// A request to create a sink: the body, and the values that identify the sink in a lookup.
package struct SinkRequest: Sendable {
  /// The endpoint to send it to, as in ``UnconfirmedRequest/endpoint``.
  let endpoint: String
  package let account: String
  /// The Create Sink request as JSON, including secrets.
  package let body: [UInt8]
  package let name: String
  let type: String?
  let bucket: String?

  /// Creates a request from a validated body; `nil` if it has no name.
  package init?(account: String, endpoint: String = "", body: [UInt8]) {
    guard let document = try? JSONDocument(parsing: body) else { return nil }
    func text(_ pointer: Pointer) -> String? {
      document.value(at: pointer).flatMap { document.string($0) }
    }
    guard let name = text("/name") else { return nil }
    self.endpoint = endpoint
    self.account = account
    self.body = body
    self.name = name
    type = text("/type")
    bucket = text("/config/bucket")
  }

  /// Returns a record that identifies the sink in later lookups, in case the outcome stays unknown.
  func unconfirmed(
    sentAt: Timestamp, serverTime: Timestamp?, existingIDs: [String]?
  ) -> UnconfirmedRequest {
    UnconfirmedRequest(
      endpoint: endpoint, account: account, name: name, type: type, bucket: bucket, sentAt: sentAt,
      serverTime: serverTime, existingIDs: existingIDs)
  }

  /// Returns how the sink in a successful response differs from this request, or `nil` if it does
  /// not differ.
  func difference(of sink: SinkRecord) -> Lookup.Difference? {
    guard sink.isNamed(name) else { return .name }
    return UnconfirmedRequest.difference(of: sink, type: type, bucket: bucket)
  }
}

extension UnconfirmedRequest {
  /// Returns how an existing sink of the same name differs from this request, or `nil` if the request
  /// created it.
  ///
  /// - Parameters:
  ///   - sink: The sink.
  ///   - clock: The server's clock.
  /// - Returns: The difference.
  func difference(of sink: SinkRecord, _ clock: ServerClock) -> Lookup.Difference? {
    if existingIDs?.contains(sink.id) == true { return .older }
    if let difference = Self.difference(of: sink, type: type, bucket: bucket) { return difference }
    guard existingIDs == nil else { return nil }
    guard let created = sink.createdAt.flatMap({ Timestamp(rfc3339: $0) }) else { return .undated }
    let sent = serverTime ?? clock.time(at: sentAt) ?? sentAt
    // Compare whole seconds, because the API may omit fractions.
    return created.secondsSinceEpoch < sent.secondsSinceEpoch ? .older : nil
  }

  fileprivate static func difference(
    of sink: SinkRecord, type: String?, bucket: String?
  ) -> Lookup.Difference? {
    // The service may return either name of a catalog sink.
    let catalogs = SinkType.catalogs
    let areCatalogs = [sink.unmasked.type, type].allSatisfy { $0.map(catalogs.contains) == true }
    if let own = sink.unmasked.type, own != type, !areCatalogs { return .type }
    if let own = sink.unmasked.bucket, own != bucket { return .bucket }
    return nil
  }
}
