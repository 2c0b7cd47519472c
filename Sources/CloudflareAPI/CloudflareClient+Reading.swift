import SinkSpec

/// Questions that change nothing.
extension CloudflareClient {
  /// The most pages that are read: a server that never ends its list is not followed for ever.
  private static let pageLimit = 200

  /// The sinks of an account, all pages of them.
  ///
  /// - Parameters:
  ///   - account: the account's ID.
  ///   - nameHolding: only those whose name holds this, whatever its case; a server may ignore it.
  /// - Returns: the sinks in the API's order.
  /// - Throws: ``ReadProblem``.
  package func sinks(
    account: String, nameHolding: String? = nil
  ) async throws(ReadProblem) -> [SinkRecord] {
    var sinks: [SinkRecord] = []
    var ids: Set<String> = []
    for page in 1...Self.pageLimit {
      let envelope = try await read(.listSinks(account: account, name: nameHolding, page: page))
      guard let result = envelope.result, envelope.document.kind(result) == .array else {
        throw .unreadable("holds no list of sinks")
      }
      let isEmpty = envelope.document.elements(result).first { _ in true } == nil
      var isNew = false
      for element in envelope.document.elements(result) {
        guard let sink = SinkRecord(envelope.document, element, redacting: secrets) else {
          throw .unreadable("holds a sink without an id or a name")
        }
        guard ids.insert(sink.id).inserted else { continue }
        isNew = true
        sinks.append(sink)
      }
      // Not by a short page, for a server may give fewer than were asked for; one that gives the
      // same page again knows no pages.
      if isEmpty || !isNew { return sinks }
      if let total = envelope.totalCount, sinks.count >= total { return sinks }
    }
    throw .unreadable("goes on after \(Self.pageLimit) pages")
  }

  /// One sink of an account.
  package func sink(account: String, id: String) async throws(ReadProblem) -> SinkRecord {
    let envelope = try await read(.getSink(account: account, id: id))
    guard let result = envelope.result,
      let sink = SinkRecord(envelope.document, result, redacting: secrets)
    else { throw .unreadable("holds no sink") }
    return sink
  }

  /// The names of an account's R2 buckets, all pages of them.
  ///
  /// - Parameters:
  ///   - account: the account's ID.
  ///   - jurisdiction: where the buckets are; nil for the default one.
  /// - Returns: the names in the API's order.
  /// - Throws: ``ReadProblem``.
  package func buckets(
    account: String, jurisdiction: String? = nil
  ) async throws(ReadProblem) -> [String] {
    var names: [String] = []
    var cursor: String?
    for _ in 1...Self.pageLimit {
      let envelope = try await read(
        .listBuckets(account: account, jurisdiction: jurisdiction, cursor: cursor))
      let document = envelope.document
      guard let result = envelope.result, let buckets = document.lastMember("buckets", of: result),
        document.kind(buckets) == .array
      else { throw .unreadable("holds no list of buckets") }
      names += document.elements(buckets).compactMap { bucket in
        document.lastMember("name", of: bucket).flatMap { document.string($0) }
      }
      let next = envelope.resultInfo("cursor").flatMap { document.string($0) } ?? ""
      if next.isEmpty || next == cursor { return names }
      cursor = next
    }
    throw .unreadable("goes on after \(Self.pageLimit) pages")
  }

  /// The status of the token: `active`, `disabled` or `expired`.
  ///
  /// - Parameter account: the account that owns the token; nil for a token of a user.
  /// - Returns: the status as the API writes it.
  /// - Throws: ``ReadProblem``; a token that is none at all is refused.
  package func tokenStatus(account: String?) async throws(ReadProblem) -> String {
    let envelope = try await read(.verifyToken(account: account))
    let status = envelope.result.flatMap { envelope.document.lastMember("status", of: $0) }
      .flatMap { envelope.document.string($0) }
    guard let status else { throw .unreadable("holds no status of the token") }
    return status
  }

  /// Asks, and asks again where nothing came of it, as the policy says.
  private func read(_ request: APIRequest) async throws(ReadProblem) -> Envelope {
    var attempt = 1
    while true {
      let problem: ReadProblem
      let retryAfter: Int?
      switch await send(request) {
      case .success(let response):
        let envelope = Envelope(response.body)
        if (200..<300).contains(response.status) {
          guard let envelope, envelope.success != nil else {
            throw .unreadable(response.isHTML ? "is a page for people" : "is none of the API")
          }
          if envelope.success == true { return envelope }
        }
        let refusal = Refusal(response, errors: (envelope?.errors ?? []).map(secrets.redacted))
        problem = .refused(refusal)
        guard refusal.status == 429 else { throw problem }
        retryAfter = refusal.retryAfter
      case .failure(let failure):
        problem = .noAnswer(failure.reason)
        guard failure.isRetryable else { throw problem }
        retryAfter = nil
      }
      guard let delay = policy.delay(afterAttempt: attempt, retryAfter: retryAfter) else {
        throw problem
      }
      do { try await sleep(delay) } catch { throw problem }
      attempt += 1
    }
  }
}

extension Envelope {
  fileprivate var totalCount: Int? {
    resultInfo("total_count").flatMap { Int(document.literal($0)) }
  }
}
